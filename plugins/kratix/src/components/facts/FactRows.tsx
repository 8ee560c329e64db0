import type { Fact } from '../../values';
import { FactList } from './FactList';
import { FactText } from './FactText';
import styles from './FactList.module.css';

/** More lines than this are a document, and that is what "details" is for. */
const maximumRows = 16;

/**
 * Values as readable lines, parts of one thing together. What does not fit is counted, never dropped in
 * silence.
 * @internal
 */
export function FactRows({ facts }: { facts: readonly Fact[] }) {
  const groups = groupFacts(facts.slice(0, maximumRows));
  const left = facts.length - maximumRows;
  return (
    <div className={styles.groups}>
      {groups.map(({ title, members }) => (
        <div key={title} className={title ? styles.group : undefined}>
          {title && <div className={styles.groupTitle}>{title}</div>}
          <FactList
            rows={members.map(fact => ({
              key: fact.path,
              label: fact.label,
              value: <FactText fact={fact} />,
            }))}
          />
        </div>
      ))}
      {left > 0 && (
        <div className={styles.groupTitle}>
          <FactText
            fact={{ path: '', label: '', value: { kind: 'more', count: left } }}
          />
        </div>
      )}
    </div>
  );
}

interface Group {
  readonly title: string;
  readonly members: Fact[];
}

/** Those that belong to nothing come first; else a group stands where its first member stood. */
function groupFacts(facts: readonly Fact[]): Group[] {
  const groups = new Map<string, Fact[]>([['', []]]);
  for (const fact of facts) {
    const title = fact.group ?? '';
    groups.set(title, [...(groups.get(title) ?? []), fact]);
  }
  return [...groups]
    .map(([title, members]) => ({ title, members }))
    .filter(({ members }) => members.length > 0);
}
