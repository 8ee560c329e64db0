import type { PhaseExplanation } from './explainPhase';
import type { PhaseReport } from './phase';
import type { PhaseMessage, PhaseWords } from './phaseMessage';
import type { PhaseTextContext } from './phaseText';
import {
  describeAttempt,
  elapsed,
  endSentence,
  serviceName,
  timeOfDay,
  withReason,
} from './sentenceParts';

type Sentence = Pick<PhaseExplanation, 'sentence' | 'nextStep' | 'actions'>;

/** How long "not picked up" is ordinary; after that something is probably wrong. */
const patienceMs = 60_000;

/** Nothing has happened yet. @internal */
export function describePending(
  report: PhaseReport,
  context: PhaseTextContext,
): Sentence {
  const waitedMs =
    report.since && context.now
      ? context.now.getTime() - Date.parse(report.since)
      : 0;
  const duration = elapsed(report, context);
  if (waitedMs <= patienceMs || !duration) {
    return {
      sentence: [{ key: 'sentence.notPickedUp' }],
      actions: ['showPromise'],
    };
  }
  const service = serviceName(context);
  return {
    sentence: [
      { key: 'sentence.notPickedUpFor', params: { duration, service } },
    ],
    nextStep: { key: 'nextStep.seeService', params: { service } },
    actions: ['showPromise'],
  };
}

/** The workflow runs. @internal */
export function describeRun(
  report: PhaseReport,
  context: PhaseTextContext,
): Sentence {
  return {
    sentence: [
      report.flags.isQueued
        ? { key: 'sentence.aboutToRun' }
        : toRunSentence(report, context),
    ],
    actions: ['showLog'],
  };
}

function toRunSentence(
  report: PhaseReport,
  context: PhaseTextContext,
): PhaseMessage {
  const { step } = report;
  const duration = elapsed(report, context);
  const what: PhaseWords = step?.pipeline ?? { key: 'part.workflow' };
  if (!step) {
    return duration
      ? { key: 'sentence.runningFor', params: { what, duration } }
      : { key: 'sentence.running', params: { what } };
  }
  const params = { what, index: `${step.index}`, total: `${step.total}` };
  return duration
    ? { key: 'sentence.runningStepFor', params: { ...params, duration } }
    : { key: 'sentence.runningStep', params };
}

/** The workflow stopped by itself and waits. @internal */
export function describeWait(
  { message, nextRetryAt, attempts }: PhaseReport,
  context: PhaseTextContext,
): Pick<Sentence, 'sentence'> {
  const reason: PhaseWords = message
    ? endSentence(message)
    : { key: 'sentence.waits' };
  if (!nextRetryAt) {
    return { sentence: [reason] };
  }
  const attempt: PhaseMessage =
    attempts === undefined
      ? { key: 'part.nextAttempt' }
      : describeAttempt(attempts + 1);
  const time = timeOfDay(nextRetryAt, context);
  return {
    sentence: [
      reason,
      { key: 'sentence.attemptAt', params: { attempt, time } },
    ],
  };
}

/** The workflow failed. @internal */
export function describeFailure(report: PhaseReport): PhaseMessage[] {
  const { message, flags } = report;
  const sentence = withReason(toFailure(report), message);
  return flags.failedUpgradeVersion
    ? [
        {
          key: 'sentence.upgradeFailed',
          params: { version: flags.failedUpgradeVersion },
        },
        sentence,
      ]
    : [sentence];
}

function toFailure({ step, attempts: count }: PhaseReport): PhaseMessage {
  const attempts = count !== undefined && count > 1 ? `${count}` : undefined;
  if (step?.pipeline) {
    return attempts
      ? {
          key: 'part.stepFailedAfter',
          params: { step: step.pipeline, attempts },
        }
      : { key: 'part.stepFailed', params: { step: step.pipeline } };
  }
  return attempts
    ? { key: 'part.workflowFailedAfter', params: { attempts } }
    : { key: 'part.workflowFailed' };
}
