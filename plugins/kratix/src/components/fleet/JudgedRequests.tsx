import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import type { ImpactResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useSay, useTexts } from '../../translation';
import { ToneIcon } from '../tone/ToneIcon';
import { describeJudgement } from './describeJudgement';
import styles from './fleet.module.css';

type JudgedRequest = ImpactResponse['requests'][number];

const toneOfVerdict = {
  refused: 'bad',
  changed: 'waiting',
  refusedBefore: 'unknown',
  valid: 'good',
} as const;

/** More belong into the copied report. */
const MOST_SHOWN = 100;
const MOST_REASONS = 8;

/**
 * The requests that would not stay as they are, whose they are, and why.
 * @internal
 */
export function JudgedRequests({ report }: { report: ImpactResponse }) {
  const { t } = useTexts();
  const { requests } = report;
  if (requests.length === 0) {
    return null;
  }
  return (
    <section className={styles.list}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('impact.requests')}
      </Text>
      <div className={styles.frame}>
        <table className={styles.table} aria-label={t('impact.requests')}>
          <thead>
            <tr>
              <th scope="col">{t('impact.request')}</th>
              <th scope="col">{t('impact.owner')}</th>
              <th scope="col">{t('impact.verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {requests.slice(0, MOST_SHOWN).map(request => (
              <JudgedRow
                key={`${request.namespace}/${request.name}`}
                request={request}
              />
            ))}
          </tbody>
        </table>
      </div>
      {requests.length > MOST_SHOWN && (
        <Text as="p" variant="body-medium" color="secondary">
          {t('impact.moreRequests', { count: requests.length - MOST_SHOWN })}
        </Text>
      )}
    </section>
  );
}

function JudgedRow({ request }: { request: JudgedRequest }) {
  const { t } = useTexts();
  const say = useSay();
  const { namespace, name, owner, entityRef, verdict, isTolerated } = request;
  return (
    <tr>
      <th scope="row" className={styles.service}>
        {entityRef ? (
          <EntityRefLink
            entityRef={entityRef}
            title={name}
            hideIcon
            disableTooltip
          />
        ) : (
          name
        )}
        <span className={styles.quiet}>{namespace}</span>
      </th>
      <td>
        <span className={styles.platform} aria-hidden>
          {t('impact.owner')}
        </span>
        {owner ? <EntityRefLink entityRef={owner} hideIcon /> : '–'}
      </td>
      <td>
        <span className={styles.mark}>
          <ToneIcon tone={toneOfVerdict[verdict]} size="small" isStill />
          {t(`impact.verdictWord.${verdict}`)}
        </span>
        <ul className={styles.reasons}>
          {describeJudgement(request, t, say)
            .slice(0, MOST_REASONS)
            .map(reason => (
              <li key={reason}>{reason}</li>
            ))}
        </ul>
        {isTolerated && (
          <div className={styles.quiet}>{t('impact.tolerated')}</div>
        )}
      </td>
    </tr>
  );
}
