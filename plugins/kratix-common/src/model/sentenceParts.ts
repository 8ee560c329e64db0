import { formatDuration } from './formatDuration';
import { isWorkflowFiller } from './isWorkflowFiller';
import type { PhaseReport } from './phase';
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

/** What the reader calls the service. @internal */
export function serviceName({ promiseTitle }: PhaseTextContext): string {
  return promiseTitle ?? 'the service';
}

/** How long the phase has lasted; empty where that is not known. @internal */
export function elapsed(
  { since }: PhaseReport,
  { now }: PhaseTextContext,
): string {
  return since && now ? formatDuration(since, now) : '';
}

/** When the phase began; empty where that is not known. @internal */
export function ago(report: PhaseReport, context: PhaseTextContext): string {
  const time = elapsed(report, context);
  return time ? ` ${time} ago` : '';
}

/** A statement with the reason that the cluster gave, if it gave one. @internal */
export function withReason(
  sentence: string,
  reason: string | undefined,
): string {
  return reason && !isWorkflowFiller(reason)
    ? endSentence(`${sentence}: ${reason}`)
    : `${sentence}.`;
}

/** The text with a full stop, unless it ends by itself. @internal */
export function endSentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

const ordinals = ['First', 'Second', 'Third', 'Fourth', 'Fifth'] as const;

/** `Third attempt`, `Attempt 6`. @internal */
export function describeAttempt(n: number): string {
  const ordinal = ordinals[n - 1];
  return ordinal ? `${ordinal} attempt` : `Attempt ${n}`;
}

/** @internal */
export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
}
