import type { PhaseExplanation } from './explainPhase';
import type { Phase, PhaseReport } from './phase';
import type { PhaseWords } from './phaseMessage';
import type { PhaseTextContext } from './phaseText';
import { elapsed, serviceNameFirst, withReason } from './sentenceParts';
import {
  describeFailure,
  describePending,
  describeRun,
  describeWait,
} from './workflowSentences';

type Sentence = Pick<PhaseExplanation, 'sentence' | 'nextStep' | 'actions'>;
type SentenceOf = (report: PhaseReport, context: PhaseTextContext) => Sentence;

/**
 * One sentence and one next step for each phase.
 * @internal
 */
export const phaseSentences: Readonly<Record<Phase, SentenceOf>> = {
  Pending: describePending,
  WaitingForPromise: describeMissingService,
  Running: describeRun,
  Upgrading: describeRun,
  Suspended: (report, context) => ({
    ...describeWait(report, context),
    ...(report.nextRetryAt
      ? {
          nextStep: { key: 'nextStep.waitOrRetry' },
          actions: ['retryNow', 'showLog'],
        }
      : {
          nextStep: { key: 'nextStep.resumeWhenApproved' },
          actions: ['resume', 'showLog'],
        }),
  }),
  Paused: describePause,
  Failed: report => ({
    sentence: describeFailure(report),
    nextStep: { key: 'nextStep.readLog' },
    actions: ['showLog', 'rerun'],
  }),
  Scheduling: () => ({
    sentence: [{ key: 'sentence.scheduling' }],
    actions: [],
  }),
  Unschedulable: ({ subjects }) => ({
    sentence: [
      subjects.length > 0
        ? {
            key: 'sentence.noDestinationHas',
            params: { labels: subjects.join(', ') },
          }
        : { key: 'sentence.noDestination' },
    ],
    nextStep: { key: 'nextStep.seeDestinations' },
    actions: ['showDestinations', 'showDelivery'],
  }),
  Misplaced: ({ subjects }) => ({
    sentence: [
      subjects.length > 0
        ? {
            key: 'sentence.misplacedOn',
            params: { destinations: subjects.join(', ') },
          }
        : { key: 'sentence.misplaced' },
    ],
    nextStep: { key: 'nextStep.compareLabels' },
    actions: ['showDelivery'],
  }),
  WriteFailed: ({ subjects, message }) => ({
    sentence: [
      withReason(
        subjects.length > 0
          ? {
              key: 'part.writingToFails',
              params: { stores: subjects.join(', ') },
            }
          : { key: 'part.writingFails' },
        message,
      ),
    ],
    nextStep: { key: 'nextStep.seeStore' },
    actions: ['showDelivery'],
  }),
  Ready: describeReady,
  Degraded: report => describeHealth(report, 'degraded'),
  Unhealthy: report => describeHealth(report, 'unhealthy'),
  Deleting: describeDeletion,
  DeleteFailed: ({ step, message }) => ({
    sentence: [
      withReason(
        step?.pipeline
          ? { key: 'part.removingStoppedAt', params: { step: step.pipeline } }
          : { key: 'part.removingStopped' },
        message,
      ),
    ],
    nextStep: { key: 'nextStep.readLog' },
    actions: ['showLog', 'rerun'],
  }),
  DeleteSuspended: (report, context) => ({
    ...describeWait(report, context),
    nextStep: { key: 'nextStep.resumeWhenRemovable' },
    actions: ['resume', 'showLog'],
  }),
  DryRun: () => ({ sentence: [{ key: 'sentence.preview' }], actions: [] }),
};

function describeMissingService(
  { subjects }: PhaseReport,
  context: PhaseTextContext,
): Sentence {
  const service = serviceNameFirst(context);
  return {
    sentence: [
      subjects.length > 0
        ? {
            key: 'sentence.serviceNeeds',
            params: { service, needs: subjects.join(', ') },
          }
        : { key: 'sentence.serviceTakesNone', params: { service } },
    ],
    nextStep: { key: 'nextStep.seeMissing' },
    actions: ['showPromise'],
  };
}

function describePause(
  report: PhaseReport,
  context: PhaseTextContext,
): Sentence {
  const duration = elapsed(report, context);
  return {
    sentence: [
      duration
        ? { key: 'sentence.pausedFor', params: { duration } }
        : { key: 'sentence.paused' },
    ],
    nextStep: { key: 'nextStep.resume' },
    actions: ['resume'],
  };
}

function describeReady(
  report: PhaseReport,
  context: PhaseTextContext,
): Sentence {
  const duration = elapsed(report, context);
  const ready: PhaseWords = duration
    ? { key: 'sentence.readyFor', params: { duration } }
    : { key: 'sentence.ready' };
  if (!report.flags.isPromiseUnavailable) {
    return { sentence: [ready], actions: [] };
  }
  const service = serviceNameFirst(context);
  return {
    sentence: [ready, { key: 'sentence.noChangesNow', params: { service } }],
    actions: ['showPromise'],
  };
}

function describeHealth(
  { subjects }: PhaseReport,
  health: 'degraded' | 'unhealthy',
): Sentence {
  return {
    sentence: [
      subjects.length > 0
        ? {
            key: `sentence.${health}By`,
            params: { checks: subjects.join(', ') },
          }
        : { key: `sentence.${health}` },
    ],
    nextStep: { key: 'nextStep.seeHealth' },
    actions: ['showHealth'],
  };
}

function describeDeletion({ flags, step }: PhaseReport): Sentence {
  if (flags.isDeletionBlocked) {
    return {
      sentence: [{ key: 'sentence.removalBlocked' }],
      nextStep: { key: 'nextStep.resume' },
      actions: ['resume'],
    };
  }
  return {
    sentence: [
      step
        ? {
            key: 'sentence.removingStep',
            params: { index: `${step.index}`, total: `${step.total}` },
          }
        : { key: 'sentence.removing' },
    ],
    actions: ['showLog'],
  };
}
