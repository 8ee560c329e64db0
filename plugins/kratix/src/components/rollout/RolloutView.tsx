import { ButtonLink, Text } from '@backstage/ui';
import type { RolloutResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { RolloutControls } from './RolloutControls';
import { RolloutList } from './RolloutList';
import { toRolloutForm } from './toRolloutForm';
import { useFormHref } from './useFormHref';
import {
  filterByLabels,
  isThere,
  useRolloutChoice,
  type RolloutChoice,
} from './useRolloutChoice';
import styles from './rollout.module.css';

/**
 * Who lags, where they are to go, and the way there.
 * @internal
 */
export function RolloutView(props: {
  promise: string;
  rollout: RolloutResponse;
}) {
  const { promise, rollout } = props;
  const { t } = useTexts();
  const toHref = useFormHref();
  const { choice, choose } = useRolloutChoice(rollout);
  const { requests, wrong } = filterByLabels(rollout.requests, choice.labels);
  if (rollout.versions.length === 0 || rollout.count === 0) {
    return (
      <Text as="p" variant="body-medium" color="secondary">
        {rollout.versions.length === 0
          ? t('rollout.noVersions')
          : t('rollout.none')}
      </Text>
    );
  }
  const hrefOf = (changes: Partial<RolloutChoice>) =>
    toHref?.(
      rollout.template,
      toRolloutForm(promise, { ...choice, ...changes }),
    );
  const href = wrong === undefined ? hrefOf({}) : undefined;
  const lagging = requests.filter(
    request => !isThere(request, choice, rollout.versions),
  );
  const canMove = lagging.filter(({ excluded }) => !excluded);
  // Of those that are not shown, nobody here knows.
  const isWorthIt =
    canMove.length > 0 || rollout.requests.length < rollout.count;
  return (
    <div className={styles.page}>
      <RolloutHead />
      <RolloutControls {...{ rollout, choice, choose, wrong }} />
      <RolloutStart
        choice={choice}
        counts={{
          lagging: lagging.length,
          canMove: canMove.length,
          total: requests.length,
        }}
        href={isWorthIt ? href : undefined}
        hasForm={toHref !== undefined}
      />
      <RolloutList
        rollout={rollout}
        requests={requests}
        choice={choice}
        choose={choose}
        hrefOf={name => hrefOf({ names: new Set([name]) })}
      />
      <RolloutRest rollout={rollout} />
    </div>
  );
}

/** That there are more than are shown. */
function RolloutRest({ rollout }: { rollout: RolloutResponse }) {
  const { t } = useTexts();
  const { requests, count } = rollout;
  return requests.length < count ? (
    <Text as="p" variant="body-medium" color="secondary">
      {t('rollout.some', {
        shown: String(requests.length),
        total: String(count),
      })}
    </Text>
  ) : null;
}

function RolloutHead() {
  const { t } = useTexts();
  return (
    <div className={styles.head}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('rollout.title')}
      </Text>
      <Text as="p" variant="body-medium" color="secondary">
        {t('rollout.about')}
      </Text>
    </div>
  );
}

/** How many lag, and the way to the form that moves them. */
function RolloutStart(props: {
  choice: RolloutChoice;
  counts: {
    readonly lagging: number;
    readonly canMove: number;
    readonly total: number;
  };
  href: string | undefined;
  hasForm: boolean;
}) {
  const { choice, counts, href, hasForm } = props;
  const { t } = useTexts();
  const lagging = String(counts.lagging);
  const total = String(counts.total);
  return (
    <div className={styles.start}>
      <Text as="p" variant="body-medium" role="status">
        {choice.version === 'latest'
          ? t('rollout.countsFollow', { lagging, total })
          : t('rollout.counts', { lagging, total, version: choice.version })}
        {counts.canMove < counts.lagging &&
          ` ${t('rollout.canMove', { count: counts.canMove })}`}
      </Text>
      {href && (
        <ButtonLink
          href={href}
          variant={props.counts.lagging > 0 ? 'primary' : 'secondary'}
        >
          {choice.names.size > 0
            ? t('rollout.startSome', { count: choice.names.size })
            : t('rollout.startAll')}
        </ButtonLink>
      )}
      {!hasForm && (
        <Text as="p" variant="body-medium" color="secondary">
          {t('rollout.noForm')}
        </Text>
      )}
    </div>
  );
}
