import { Card, CardBody, Flex, Text } from '@backstage/ui';
import type { AttentionResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useAttention } from '../../hooks';
import { useTexts } from '../../translation';
import { PortalSilence } from '../notices/PortalSilence';
import { ProblemNotice } from '../notices/ProblemNotice';
import { CardSkeleton } from '../skeleton/CardSkeleton';
import { ToneIcon } from '../tone/ToneIcon';
import { AttentionGroup } from './AttentionGroup';
import { HomeBlock } from './HomeBlock';
import styles from './home.module.css';

/**
 * What needs somebody now.
 * @internal
 */
export function AttentionBlock() {
  const { t } = useTexts();
  return (
    <HomeBlock title={t('home.attention')}>
      <Card>
        <CardBody>
          <AttentionContent />
        </CardBody>
      </Card>
    </HomeBlock>
  );
}

function AttentionContent() {
  const live = useAttention();
  switch (live.state) {
    case 'loading':
      return <CardSkeleton />;
    case 'failed':
      return (
        <ProblemNotice
          problem={live.problem}
          subject={{ kind: 'platforms' }}
          onRetry={live.refresh}
        />
      );
    case 'known':
      return (
        <Flex direction="column" gap="5">
          <PortalSilence
            problem={live.problem}
            receivedAtMs={live.receivedAtMs}
            platform=""
          />
          <Groups attention={live.value} />
        </Flex>
      );
    default:
      return live satisfies never;
  }
}

/** That all is well is said only where all is known. */
function Groups({ attention }: { attention: AttentionResponse }) {
  const { t } = useTexts();
  const { groups, unknownPlatforms, stuckAfterMinutes } = attention;
  return (
    <>
      {groups.length === 0 && unknownPlatforms.length === 0 && (
        <p className={styles.well}>
          <ToneIcon tone="good" />
          <Text variant="body-medium">{t('home.allWell')}</Text>
        </p>
      )}
      {groups.map(group => (
        <AttentionGroup
          key={group.reason}
          group={group}
          stuckAfterMinutes={stuckAfterMinutes}
        />
      ))}
      {unknownPlatforms.length > 0 && (
        <p className={styles.well}>
          <ToneIcon tone="unknown" />
          <Text variant="body-medium">
            {t('home.unknownPlatforms', {
              platforms: unknownPlatforms.join(', '),
            })}
          </Text>
        </p>
      )}
    </>
  );
}
