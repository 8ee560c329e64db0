import { Card, CardBody, Flex, Text } from '@backstage/ui';
import type { AttentionResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useAttention } from '../../hooks';
import { useList, useTexts } from '../../translation';
import { LiveAnswer } from '../live/LiveAnswer';
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
  return (
    <Flex direction="column" gap="5">
      <LiveAnswer live={live} subject={{ kind: 'platforms' }}>
        {attention => <Groups attention={attention} />}
      </LiveAnswer>
    </Flex>
  );
}

/** That all is well is said only where all is known. */
function Groups({ attention }: { attention: AttentionResponse }) {
  const { t } = useTexts();
  const list = useList();
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
              platforms: list(unknownPlatforms),
            })}
          </Text>
        </p>
      )}
    </>
  );
}
