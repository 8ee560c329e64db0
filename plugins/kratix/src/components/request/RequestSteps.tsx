import { Text } from '@backstage/ui';
import type {
  Phase,
  RequestResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { StepLine } from '../steps/StepLine';

/**
 * How it got here, or where it is on its way. Nothing where the workflow has no steps.
 * @internal
 */
export function RequestSteps({ request }: { request: RequestResponse }) {
  const { t } = useTexts();
  const { pipelines, report } = request;
  if (pipelines) {
    return pipelines.length > 0 ? (
      <StepLine
        pipelines={pipelines}
        isLive={request.freshness.state === 'live'}
      />
    ) : null;
  }
  return hasRun(report.phase) ? (
    <Text as="p" variant="body-small" color="secondary">
      {t('step.notReported')}
    </Text>
  ) : null;
}

/** Before a run there are no steps to report, and after one nobody misses them. */
function hasRun(phase: Phase): boolean {
  return (
    phase === 'Running' ||
    phase === 'Upgrading' ||
    phase === 'Suspended' ||
    phase === 'Failed'
  );
}
