import type { PhaseMessage } from './phaseMessage';
import { writePhaseInEnglish } from './writePhase';

const second = { key: 'duration.s', seconds: 1 } as const;

const units = [
  { key: 'duration.days', seconds: 86_400 },
  { key: 'duration.h', seconds: 3_600 },
  { key: 'duration.min', seconds: 60 },
  second,
] as const;

/**
 * A span of time in its largest whole unit: `48 s`, `3 min`, `5 h`, `3 days`. Empty for a time in the
 * future, which only means that two clocks differ.
 * @public
 */
export function formatDuration(fromIso: string, now: Date): string {
  const message = toDuration(fromIso, now);
  return message
    ? writePhaseInEnglish(message.key, { number: message.params.number })
    : '';
}

/**
 * Translatable form of `formatDuration`; undefined for a time in the future.
 * @internal
 */
export function toDuration(
  fromIso: string,
  now: Date,
):
  | (PhaseMessage & { readonly params: { readonly number: string } })
  | undefined {
  const seconds = Math.floor((now.getTime() - Date.parse(fromIso)) / 1000);
  if (Number.isNaN(seconds) || seconds < 0) {
    return undefined;
  }
  const unit = units.find(candidate => seconds >= candidate.seconds) ?? second;
  const count = Math.floor(seconds / unit.seconds);
  const key =
    unit.key === 'duration.days' && count === 1 ? 'duration.day' : unit.key;
  return { key, params: { number: `${count}` } };
}
