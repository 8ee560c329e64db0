import type { Phase, PhaseReport } from './phase';
import type { PhaseText, PhaseTextContext } from './phaseText';
import {
  ago,
  capitalise,
  elapsed,
  serviceName,
  withReason,
} from './sentenceParts';
import {
  describeFailure,
  describePending,
  describeRun,
  describeWait,
} from './workflowSentences';

type Sentence = Pick<PhaseText, 'sentence' | 'nextStep' | 'actions'>;
type SentenceOf = (report: PhaseReport, context: PhaseTextContext) => Sentence;

/**
 * One sentence and one next step for each phase.
 * @internal
 */
export const phaseSentences: Readonly<Record<Phase, SentenceOf>> = {
  Pending: describePending,
  WaitingForPromise: (report, context) => ({
    sentence: `${capitalise(serviceName(context))} cannot take requests now${
      report.subjects.length > 0
        ? `: it needs ${report.subjects.join(', ')}`
        : ''
    }.`,
    nextStep: 'See what is missing.',
    actions: ['showPromise'],
  }),
  Running: describeRun,
  Upgrading: describeRun,
  Suspended: (report, context) => ({
    ...describeWait(report, context),
    ...(report.nextRetryAt
      ? { nextStep: 'Wait, or retry now.', actions: ['retryNow', 'showLog'] }
      : {
          nextStep: 'Resume it when it is approved.',
          actions: ['resume', 'showLog'],
        }),
  }),
  Paused: (report, context) => ({
    sentence: `Paused${ago(report, context)}; changes wait.`,
    nextStep: 'Resume it.',
    actions: ['resume'],
  }),
  Failed: report => ({
    sentence: describeFailure(report),
    nextStep: 'Read the log, then run it again.',
    actions: ['showLog', 'rerun'],
  }),
  Scheduling: () => ({ sentence: 'Finding where it belongs.', actions: [] }),
  Unschedulable: ({ subjects }) => ({
    sentence:
      subjects.length > 0
        ? `No Destination has ${subjects.join(', ')}.`
        : 'No Destination matches what it asks for.',
    nextStep: 'See which Destinations there are.',
    actions: ['showDestinations', 'showDelivery'],
  }),
  Misplaced: ({ subjects }) => ({
    sentence: `It was placed on ${
      subjects.join(', ') || 'a Destination'
    }, whose labels no longer match.`,
    nextStep: 'Compare the labels.',
    actions: ['showDelivery'],
  }),
  WriteFailed: ({ subjects, message }) => ({
    sentence: withReason(
      `Writing to ${subjects.join(', ') || 'a state store'} fails`,
      message,
    ),
    nextStep: 'See the state store.',
    actions: ['showDelivery'],
  }),
  Ready: describeReady,
  Degraded: describeHealth,
  Unhealthy: describeHealth,
  Deleting: describeDeletion,
  DeleteFailed: report => ({
    sentence: withReason(
      report.step?.pipeline
        ? `Removing stopped at step ${report.step.pipeline}`
        : 'Removing stopped',
      report.message,
    ),
    nextStep: 'Read the log, then run it again.',
    actions: ['showLog', 'rerun'],
  }),
  DeleteSuspended: (report, context) => ({
    ...describeWait(report, context),
    nextStep: 'Resume it when it may be removed.',
    actions: ['resume', 'showLog'],
  }),
  DryRun: () => ({
    sentence: 'A preview; nothing of it is kept.',
    actions: [],
  }),
};

function describeReady(
  report: PhaseReport,
  context: PhaseTextContext,
): Sentence {
  const time = elapsed(report, context);
  const ready = time ? `Ready for ${time}.` : 'Ready.';
  return report.flags.isPromiseUnavailable
    ? {
        sentence: `${ready} ${capitalise(
          serviceName(context),
        )} takes no changes now.`,
        actions: ['showPromise'],
      }
    : { sentence: ready, actions: [] };
}

function describeHealth({ phase, subjects }: PhaseReport): Sentence {
  const who =
    subjects.length > 0
      ? `Health check ${subjects.join(', ')} reports`
      : 'Its health checks report';
  return {
    sentence: `${who} ${phase.toLowerCase()}.`,
    nextStep: 'See the health checks.',
    actions: ['showHealth'],
  };
}

function describeDeletion({ flags, step }: PhaseReport): Sentence {
  if (flags.isDeletionBlocked) {
    return {
      sentence: 'Its removal waits, because it or its service is paused.',
      nextStep: 'Resume it.',
      actions: ['resume'],
    };
  }
  return {
    sentence: step
      ? `Removing: step ${step.index} of ${step.total}.`
      : 'Removing.',
    actions: ['showLog'],
  };
}
