import type { Live } from './Live';

/**
 * How long to wait before asking again unasked. Hints do the work where they arrive; this is the
 * fall-back for lost hints, lost connections and portals without the signals plugin.
 * @internal
 */
export function pollIntervalMs(
  live: Live<unknown>,
  options: { areHintsAvailable: boolean; isBusy: boolean },
): number {
  switch (live.state) {
    case 'loading':
      return 20_000;
    case 'failed':
      return live.problem.kind === 'forbidden' ? 60_000 : 15_000;
    case 'known':
      return knownIntervalMs(Boolean(live.problem), options);
    default:
      return live satisfies never;
  }
}

function knownIntervalMs(
  hasProblem: boolean,
  options: { areHintsAvailable: boolean; isBusy: boolean },
): number {
  if (hasProblem) {
    return 15_000;
  }
  if (options.areHintsAvailable) {
    return options.isBusy ? 20_000 : 60_000;
  }
  return options.isBusy ? 5_000 : 20_000;
}
