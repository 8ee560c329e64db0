import { Alert, Card, CardBody } from '@backstage/ui';
import type { ImpactCandidate } from '@kratix-portal/backstage-plugin-kratix-common';
import { useImpact } from '../../hooks';
import { useTexts } from '../../translation';
import { PortalSilence } from '../notices/PortalSilence';
import { ProblemNotice } from '../notices/ProblemNotice';
import { CardSkeleton } from '../skeleton/CardSkeleton';
import { ImpactReport } from './ImpactReport';

/**
 * Asks what a candidate would mean, and shows the answer.
 * @internal
 */
export function ImpactAnswer(props: {
  platform: string;
  promise: string;
  candidate: ImpactCandidate;
}) {
  const { platform, promise, candidate } = props;
  const { t } = useTexts();
  const live = useImpact({ platform, promise }, candidate);
  switch (live.state) {
    case 'loading':
      return <CardSkeleton />;
    case 'failed':
      return candidate.type === 'file' && live.problem.kind === 'failed' ? (
        // What is wrong with a file, only the server can say.
        <Alert
          role="alert"
          icon
          status="danger"
          title={t('impact.badFile')}
          description={live.problem.message}
        />
      ) : (
        <ProblemNotice
          problem={live.problem}
          subject={{ kind: 'promise', name: promise, platform }}
          onRetry={live.refresh}
        />
      );
    case 'known':
      return (
        <>
          <PortalSilence
            problem={live.problem}
            receivedAtMs={live.receivedAtMs}
            platform={platform}
          />
          <Card>
            <CardBody>
              <ImpactReport report={live.value} />
            </CardBody>
          </Card>
        </>
      );
    default:
      return live satisfies never;
  }
}
