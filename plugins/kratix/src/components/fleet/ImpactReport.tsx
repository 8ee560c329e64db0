import { Alert, Flex, Text } from '@backstage/ui';
import type { ImpactResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useSay, useTexts } from '../../translation';
import { CopyButton } from '../copy/CopyButton';
import { ToneIcon } from '../tone/ToneIcon';
import { ChangeList } from './ChangeList';
import { describeCounts, describeVerdict } from './describeImpact';
import { JudgedRequests } from './JudgedRequests';
import { toneOfSeverity } from './toneOfSeverity';
import styles from './fleet.module.css';

/**
 * The verdict in one line, then whom it concerns, then what changes.
 * @internal
 */
export function ImpactReport({ report }: { report: ImpactResponse }) {
  const { t } = useTexts();
  const say = useSay();
  const { severity, before, after, changes, isComplete } = report;
  const none = t('fleet.unversioned');
  return (
    <Flex direction="column" gap="5">
      <div className={styles.verdictRow}>
        <ToneIcon tone={toneOfSeverity[severity]} size="large" isStill />
        <div className={styles.words}>
          <Text as="h3" variant="title-x-small" weight="bold">
            {describeVerdict(report, t, say)}
          </Text>
          <Text as="p" variant="body-medium">
            {describeCounts(report, t)}
          </Text>
          <Text as="p" variant="body-medium" color="secondary">
            {t('impact.versions', {
              before: before ?? none,
              after: after ?? none,
            })}
          </Text>
        </div>
        <CopyButton text={report.markdown} what={t('impact.copy')} />
      </div>
      {!isComplete && (
        <Alert
          role="status"
          status="warning"
          icon
          description={t('impact.incomplete')}
        />
      )}
      <JudgedRequests report={report} />
      <ChangeList changes={changes} />
    </Flex>
  );
}
