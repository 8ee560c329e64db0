import { Button, Select, SearchField } from '@backstage/ui';
import type { RequestListResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { PhaseFilter } from './PhaseFilter';
import { useDebouncedText } from './useDebouncedText';
import type { Choose, ListChoice } from './useListQuery';
import styles from './lists.module.css';

/**
 * What narrows a list down: words, phases, and where it pays, namespace, owner and version.
 * @internal
 */
export function ListFilters(props: {
  list: RequestListResponse | undefined;
  choice: ListChoice;
  choose: Choose;
}) {
  const { list, choice, choose } = props;
  const { t } = useTexts();
  const [text, setText] = useDebouncedText(choice.text, next =>
    choose({ text: next }, 'typing'),
  );
  return (
    <div className={styles.filters}>
      <div className={styles.fields}>
        <SearchField
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          size="small"
          className={styles.search}
          value={text}
          onChange={setText}
        />
        {(['namespace', 'owner', 'version'] as const).map(key => (
          <ChoiceField
            key={key}
            filter={key}
            choices={list?.choices[key] ?? []}
            chosen={choice[key]}
            onChoose={value => choose({ [key]: value ? [value] : [] })}
          />
        ))}
        <ClearButton
          choice={choice}
          onClear={() => {
            setText('');
            choose(nothing);
          }}
        />
      </div>
      <PhaseFilter
        counts={list?.phases ?? {}}
        chosen={choice.phase}
        onChoose={phase => choose({ phase })}
      />
    </div>
  );
}

const nothing = {
  text: '',
  phase: [],
  namespace: [],
  owner: [],
  version: [],
};

/** Nothing where nothing is filtered. */
function ClearButton(props: { choice: ListChoice; onClear: () => void }) {
  const { choice, onClear } = props;
  const { t } = useTexts();
  const isFiltered =
    choice.text !== '' ||
    [choice.phase, choice.namespace, choice.owner, choice.version].some(
      chosen => chosen.length > 0,
    );
  return isFiltered ? (
    <Button size="small" variant="tertiary" onPress={onClear}>
      {t('list.clear')}
    </Button>
  ) : null;
}

const labels = {
  namespace: { label: 'list.namespace', any: 'list.anyNamespace' },
  owner: { label: 'list.owner', any: 'list.anyOwner' },
  version: { label: 'list.version', any: 'list.anyVersion' },
} as const;

const anyKey = '*';

/** Nothing where there is nothing to choose between. */
function ChoiceField(props: {
  filter: keyof typeof labels;
  choices: readonly { value: string; count: number }[];
  chosen: readonly string[];
  onChoose: (value: string | undefined) => void;
}) {
  const { filter, choices, chosen, onChoose } = props;
  const { t } = useTexts();
  const values = new Set([...choices.map(({ value }) => value), ...chosen]);
  if (values.size < 2 && chosen.length === 0) {
    return null;
  }
  const countOf = new Map(choices.map(({ value, count }) => [value, count]));
  return (
    <Select
      aria-label={t(labels[filter].label)}
      size="small"
      className={styles.choice}
      value={chosen[0] ?? anyKey}
      onChange={key => onChoose(key === anyKey ? undefined : String(key))}
      options={[
        { value: anyKey, label: t(labels[filter].any) },
        ...[...values].map(value => ({
          value,
          label: t('list.choice', {
            value: filter === 'owner' ? shortRef(value) : value,
            number: String(countOf.get(value) ?? 0),
          }),
        })),
      ]}
    />
  );
}

/** `team-a` for `group:default/team-a`. */
function shortRef(ref: string): string {
  return ref.replace(/^[^/]*:(default\/)?/, '');
}
