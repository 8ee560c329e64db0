import { Badge, Card, CardBody, Flex } from '@backstage/ui';
import type { PlatformSummary } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { WhereItGoes } from '../destinations';
import { PlatformCounts } from './PlatformCounts';
import { PlatformHeadline } from './PlatformHeadline';
import { PlatformProblems } from './PlatformProblems';
import { PlatformWatches } from './PlatformWatches';

/**
 * One platform: does it answer, what is on it, what on it could not be read.
 * @internal
 */
export function PlatformCard({ platform }: { platform: PlatformSummary }) {
  const { t } = useTexts();
  return (
    <Card>
      <CardBody>
        <Flex direction="column" gap="5">
          <PlatformHeadline
            platform={platform}
            aside={
              <>
                {platform.isSandbox && !/sandbox/i.test(platform.title) && (
                  <Badge size="small">{t('sandbox.badge')}</Badge>
                )}
                <Badge size="small">
                  {t(`platform.delivery.${platform.deliveryMode}`)}
                </Badge>
              </>
            }
          />
          <PlatformCounts platform={platform} />
          <WhereItGoes platform={platform.name} />
          <PlatformProblems problems={platform.problems} />
          <PlatformWatches platform={platform} />
        </Flex>
      </CardBody>
    </Card>
  );
}
