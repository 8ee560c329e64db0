import { Flex, Text } from '@backstage/ui';
import type { ImpactResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { CopyButton } from '../copy/CopyButton';
import { ToneIcon } from '../tone/ToneIcon';
import { ChangeList } from './ChangeList';
import { JudgedRequests } from './JudgedRequests';
import { toneOfSeverity } from './toneOfSeverity';
import styles from './fleet.module.css';

/**
 * The verdict in one line, then whom it concerns, then what changes.
 * @internal
 */
export function ImpactReport({ report }: { report: ImpactResponse }) {
  const { t } = useTexts();
  const { severity, before, after, changes } = report;
  const none = t('fleet.unversioned');
  return (
    <Flex direction="column" gap="5">
      <div className={styles.verdictRow}>
        <ToneIcon tone={toneOfSeverity[severity]} size="large" isStill />
        <div className={styles.words}>
          <Text as="h3" variant="title-small" weight="bold">
            {changes.length === 0
              ? t('impact.nothing')
              : t(`impact.severity.${severity}`)}
          </Text>
          <Text as="p" variant="body-medium" color="secondary">
            {t('impact.versions', {
              before: before ?? none,
              after: after ?? none,
            })}
          </Text>
          <Counts report={report} />
        </div>
        <CopyButton text={report.markdown} what={t('impact.copy')} />
      </div>
      <JudgedRequests report={report} />
      <ChangeList changes={changes} />
    </Flex>
  );
}

function Counts({ report }: { report: ImpactResponse }) {
  const { t } = useTexts();
  const { counts, isComplete, platformTitle } = report;
  const { refused, changed, valid, refusedBefore } = counts;
  const isNone = refused + changed + valid + refusedBefore === 0;
  return (
    <>
      <Text as="p" variant="body-medium">
        {isNone && isComplete
          ? t('impact.noRequests', { platform: platformTitle })
          : t('impact.counts', {
              refused: String(refused),
              changed: String(changed),
              valid: String(valid),
            })}{' '}
        {refusedBefore > 0 && t('impact.refusedBefore', { count: refusedBefore })}
      </Text>
      {!isComplete && (
        <Text as="p" variant="body-medium" color="warning">
          {t('impact.incomplete')}
        </Text>
      )}
    </>
  );
}
