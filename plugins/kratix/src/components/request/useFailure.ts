import {
  findFailingStep,
  type FailingStep,
  type RequestRef,
  type WorkflowTrouble,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useWorkflowRuns } from '../../hooks/useWorkflowRuns';
import { useLastErrorLine } from '../../hooks/useLastErrorLine';
import { useTexts, type Translate } from '../../translation';

/**
 * What is known of a failure beyond what Kratix says: which container, and why.
 * @internal
 */
export interface Failure {
  readonly run: string;
  readonly pipeline: string;
  readonly step: string;
  readonly attemptCount?: number;
  readonly reason?: string;
}

/**
 * Why the latest run of a request failed; undefined while that is not known, or nothing is left to tell.
 * @internal
 */
export function useFailure(ref: RequestRef): Failure | undefined {
  const { t } = useTexts();
  const subject = { type: 'request', ...ref } as const;
  const live = useWorkflowRuns(subject);
  const run = live.state === 'known' ? live.value.runs[0] : undefined;
  const failing = run && findFailingStep(run);
  const cause = failing && describeTrouble(failing.step.trouble, t);
  // What a container printed does not tell why it could not start, or why it was stopped.
  const line = useLastErrorLine(subject, cause ? undefined : findLog(failing));
  if (!run || !failing) {
    return undefined;
  }
  return {
    run: run.id,
    pipeline: failing.pipeline,
    step: failing.step.name,
    attemptCount: failing.attemptCount,
    reason: cause ?? line,
  };
}

function describeTrouble(
  trouble: WorkflowTrouble | undefined,
  t: Translate,
): string | undefined {
  if (!trouble || trouble.kind === 'crashLoop') {
    return undefined;
  }
  const words = t(`workflow.trouble.${trouble.kind}`);
  return trouble.message ? `${words}. ${trouble.message}` : words;
}

function findLog(failing: FailingStep | undefined) {
  if (!failing?.pod) {
    return undefined;
  }
  const { pod, step } = failing;
  const previous = step.log !== 'available' && step.hasPreviousLog;
  return step.log === 'available' || previous
    ? { pod, container: step.name, previous }
    : undefined;
}
