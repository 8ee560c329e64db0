import type { Fact } from '../../values';
import { FactList } from './FactList';
import { FactText } from './FactText';

/** More lines than this are a document, and that is what "details" is for. */
const maximumRows = 12;

/**
 * Values as readable lines. What does not fit is counted, never dropped in silence.
 * @internal
 */
export function FactRows({ facts }: { facts: readonly Fact[] }) {
  const shown = facts.slice(0, maximumRows);
  const rows = shown.map(fact => ({
    key: fact.path,
    label: fact.label,
    value: <FactText fact={fact} />,
  }));
  const left = facts.length - shown.length;
  const rest: Fact = {
    path: '…',
    label: '…',
    value: { kind: 'more', count: left },
  };
  return (
    <FactList
      rows={
        left > 0
          ? [
              ...rows,
              {
                key: rest.path,
                label: rest.label,
                value: <FactText fact={rest} />,
              },
            ]
          : rows
      }
    />
  );
}
