import { Text } from '@backstage/ui';
import {
  showName,
  type DeliveryGroup,
  type DestinationMatch,
  type DestinationSummary,
  type EffectiveSelector,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { ToneIcon } from '../tone/ToneIcon';
import styles from './delivery.module.css';

/** Columns that a person can compare. */
const MOST = 6;

/**
 * The labels that are asked for beside those that each Destination has; what is missing is marked.
 * @internal
 */
export function SelectorTable(props: {
  group: DeliveryGroup;
  destinations: readonly DestinationSummary[] | undefined;
  chosen: string | undefined;
}) {
  const { group, chosen } = props;
  const { t } = useTexts();
  const matches = chooseMatches(group.matches, chosen);
  if (!matches || matches.length === 0) {
    return (
      <Text variant="body-medium">
        {t(matches ? 'selectors.none' : 'selectors.unknown')}
      </Text>
    );
  }
  return (
    <div
      className={styles.scroll}
      tabIndex={0}
      role="region"
      aria-label={t('selectors.title')}
    >
      <table className={styles.labels}>
        <thead>
          <tr>
            <th scope="col">{t('selectors.asked')}</th>
            {matches.map(match => (
              <th key={match.name} scope="col">
                <DestinationHead
                  match={match}
                  isChosen={match.name === chosen}
                />
              </th>
            ))}
          </tr>
        </thead>
        <LabelRows selectors={group.selectors} matches={matches} />
      </table>
    </div>
  );
}

function LabelRows(props: {
  selectors: readonly EffectiveSelector[];
  matches: readonly DestinationMatch[];
}) {
  const { selectors, matches } = props;
  const { t } = useTexts();
  return (
    <tbody>
      {selectors.map(selector => (
        <tr key={selector.key}>
          <th scope="row">
            <Asked selector={selector} />
          </th>
          {matches.map(match => (
            <td key={match.name}>
              <Answer match={match} selector={selector} />
            </td>
          ))}
        </tr>
      ))}
      {selectors.length === 0 && (
        <tr>
          <th scope="row">{t('selectors.nothing')}</th>
          {matches.map(({ name, isMatch }) => (
            <td key={name}>{isMatch ? t('selectors.has') : '–'}</td>
          ))}
        </tr>
      )}
    </tbody>
  );
}

function chooseMatches(
  matches: readonly DestinationMatch[] | undefined,
  chosen: string | undefined,
): readonly DestinationMatch[] | undefined {
  const own = matches?.filter(({ name }) => name === chosen) ?? [];
  const others = matches?.filter(({ name }) => name !== chosen) ?? [];
  return matches && [...own, ...others].slice(0, MOST);
}

function DestinationHead(props: {
  match: DestinationMatch;
  isChosen: boolean;
}) {
  const { match, isChosen } = props;
  const { t } = useTexts();
  const notes = [
    ...(isChosen ? [t('selectors.chosen')] : []),
    ...(match.obstacle ? [t(`selectors.${match.obstacle}`)] : []),
  ];
  return (
    <>
      <bdi>{showName(match.name)}</bdi>
      {notes.map(note => (
        <span key={note} className={styles.source}>
          {note}
        </span>
      ))}
    </>
  );
}

function Asked({ selector }: { selector: EffectiveSelector }) {
  const { key, value, source, overruled } = selector;
  const { t } = useTexts();
  return (
    <>
      <code>{showName(`${key}=${value}`)}</code>
      {source && (
        <span className={styles.source}>{t(`selectors.source.${source}`)}</span>
      )}
      {overruled.map(other => (
        <span key={`${other.value} ${other.source}`} className={styles.source}>
          {t('selectors.overruled', {
            value: showName(other.value),
            source: isSource(other.source)
              ? t(`selectors.source.${other.source}`)
              : '',
          })}
        </span>
      ))}
    </>
  );
}

function Answer(props: {
  match: DestinationMatch;
  selector: EffectiveSelector;
}) {
  const { match, selector } = props;
  const { t } = useTexts();
  const lacking = match.unmet.find(({ key }) => key === selector.key);
  if (!lacking) {
    return (
      <span className={styles.answer}>
        <ToneIcon tone="good" size="small" isStill /> {t('selectors.has')}
      </span>
    );
  }
  return (
    <span className={`${styles.answer} ${styles.lacking}`}>
      <ToneIcon tone="bad" size="small" isStill />{' '}
      {lacking.actual === undefined
        ? t('selectors.missing')
        : t('selectors.differs', { value: showName(lacking.actual) })}
    </span>
  );
}

function isSource(
  source: string | undefined,
): source is NonNullable<EffectiveSelector['source']> {
  return (
    source === 'promise' ||
    source === 'promise-workflow' ||
    source === 'resource-workflow'
  );
}
