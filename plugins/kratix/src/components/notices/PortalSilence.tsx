import { Alert } from '@backstage/ui';
import type { ApiProblem } from '../../api';
import { RelativeTime } from '../../time';
import { useTexts } from '../../translation';

/**
 * Says that the portal itself could not ask again, and from when the rest is.
 * @internal
 */
export function PortalSilence(props: {
  problem: ApiProblem | undefined;
  receivedAtMs: number;
  platform: string;
}) {
  const { problem, receivedAtMs, platform } = props;
  const { t } = useTexts();
  if (!problem) {
    return null;
  }
  const { kind } = problem;
  return (
    <Alert
      role="status"
      icon
      status="warning"
      title={t('stale.portalTitle', {
        time: <RelativeTime time={receivedAtMs} />,
      })}
      description={
        kind === 'unreachable'
          ? t('silence.unreachable', { platform })
          : t(`problem.${kind === 'notFound' ? 'failed' : kind}`)
      }
    />
  );
}
