import { toDuration } from './formatDuration';
import { isWorkflowFiller } from '../isWorkflowFiller';
import type { PhaseReport } from './phase';
import type { PhaseMessage, PhaseWords } from './phaseMessage';
import type { PhaseTextContext } from './phaseText';

/**
 * A time of day in the reader's words.
 * @internal
 */
export function timeOfDay(
  iso: string,
  { formatTime }: PhaseTextContext,
): string {
  return formatTime
    ? formatTime(iso)
    : `${new Date(iso).toISOString().slice(11, 16)} UTC`;
}

/** What the reader calls the service, within a sentence. @internal */
export function serviceName({ promiseTitle }: PhaseTextContext): PhaseWords {
  return promiseTitle ?? { key: 'part.service' };
}

/** What the reader calls the service, where a sentence begins. @internal */
export function serviceNameFirst({
  promiseTitle,
}: PhaseTextContext): PhaseWords {
  return promiseTitle === undefined
    ? { key: 'part.serviceFirst' }
    : promiseTitle.charAt(0).toLocaleUpperCase('en') + promiseTitle.slice(1);
}

/** How long the phase has lasted; undefined where that is not known. @internal */
export function elapsed(
  { since }: PhaseReport,
  { now }: PhaseTextContext,
): PhaseMessage | undefined {
  return since && now ? toDuration(since, now) : undefined;
}

/** What went wrong with the reason that the cluster gave, if it gave one. @internal */
export function withReason(
  what: PhaseWords,
  reason: string | undefined,
): PhaseMessage {
  return reason && !isWorkflowFiller(reason)
    ? { key: 'sentence.because', params: { what, reason: endSentence(reason) } }
    : { key: 'sentence.plain', params: { what } };
}

/** The text with a full stop, unless it ends by itself. @internal */
export function endSentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

const ordinals = [
  'part.attempt1',
  'part.attempt2',
  'part.attempt3',
  'part.attempt4',
  'part.attempt5',
] as const;

/** `Third attempt`, `Attempt 6`. @internal */
export function describeAttempt(n: number): PhaseMessage {
  const ordinal = ordinals[n - 1];
  return ordinal
    ? { key: ordinal }
    : { key: 'part.attemptNumber', params: { number: `${n}` } };
}
