import type { PhaseReport } from './phase';
import type { PhaseText, PhaseTextContext } from './phaseText';
import {
  describeAttempt,
  elapsed,
  endSentence,
  serviceName,
  timeOfDay,
  withReason,
} from './sentenceParts';

type Sentence = Pick<PhaseText, 'sentence' | 'nextStep' | 'actions'>;

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
  return {
    sentence:
      waitedMs > patienceMs
        ? `The platform has not picked it up for ${elapsed(
            report,
            context,
          )}: Kratix may be down, or ${serviceName(context)} not ready.`
        : 'The platform has not picked it up yet.',
    ...(waitedMs > patienceMs && {
      nextStep: `See whether ${serviceName(context)} is ready.`,
    }),
    actions: ['showPromise'],
  };
}

/** The workflow runs. @internal */
export function describeRun(
  report: PhaseReport,
  context: PhaseTextContext,
): Sentence {
  if (report.flags.isQueued) {
    return { sentence: 'A new run is about to start.', actions: ['showLog'] };
  }
  const { step } = report;
  const time = elapsed(report, context);
  const position = step ? ` (${step.index} of ${step.total})` : '';
  return {
    sentence: `Running ${step?.pipeline ?? 'the workflow'}${position}${
      time ? `, ${time}` : ''
    }.`,
    actions: ['showLog'],
  };
}

/** The workflow stopped by itself and waits. @internal */
export function describeWait(
  { message, nextRetryAt, attempts }: PhaseReport,
  context: PhaseTextContext,
): Pick<Sentence, 'sentence'> {
  const reason = message ? endSentence(message) : 'The workflow waits.';
  if (!nextRetryAt) {
    return { sentence: reason };
  }
  const attempt =
    attempts === undefined ? 'Next attempt' : describeAttempt(attempts + 1);
  return {
    sentence: `${reason} ${attempt} at ${timeOfDay(nextRetryAt, context)}.`,
  };
}

/** The workflow failed. @internal */
export function describeFailure({
  step,
  attempts,
  message,
  flags,
}: PhaseReport): string {
  const tries =
    attempts !== undefined && attempts > 1 ? ` after ${attempts} attempts` : '';
  const what = step?.pipeline
    ? `Step ${step.pipeline} failed${tries}`
    : `The workflow failed${tries}`;
  const sentence = withReason(what, message);
  return flags.failedUpgradeVersion
    ? `The upgrade to ${flags.failedUpgradeVersion} did not work. ${sentence}`
    : sentence;
}
