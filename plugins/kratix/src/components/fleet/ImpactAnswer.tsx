import { Alert, Card, CardBody } from '@backstage/ui';
import type { ImpactCandidate } from '@kratix-portal/backstage-plugin-kratix-common';
import { useImpact } from '../../hooks';
import { useSay, useTexts } from '../../translation';
import { LiveAnswer } from '../live/LiveAnswer';
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
  const say = useSay();
  const live = useImpact({ platform, promise }, candidate);
  // What is wrong with a file, only the server can say.
  if (
    live.state === 'failed' &&
    candidate.type === 'file' &&
    live.problem.kind === 'failed'
  ) {
    return (
      <Alert
        role="alert"
        icon
        status="danger"
        title={t('impact.badFile')}
        description={say(live.problem.wording, live.problem.message)}
      />
    );
  }
  return (
    <LiveAnswer
      live={live}
      subject={{ kind: 'promise', name: promise, platform }}
    >
      {report => (
        <Card>
          <CardBody>
            <ImpactReport report={report} />
          </CardBody>
        </Card>
      )}
    </LiveAnswer>
  );
}
