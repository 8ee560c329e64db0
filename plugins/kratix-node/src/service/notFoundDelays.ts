const NOT_INSTALLED_MS = 60_000;

// About two minutes of quick tries; a CRD is established within seconds of its Promise.
const QUICK_ATTEMPTS = 28;

/**
 * How long to wait for an API that an older Kratix does not have. It may be upgraded, but not every second.
 * @internal
 */
export function notInstalledDelayMs(): number {
  return NOT_INSTALLED_MS;
}

/**
 * How long to wait for the API of a new Promise: quickly at first, then as rarely as for any that is missing
 * (a Promise whose requirements are missing may never install it).
 * @internal
 */
export function establishingDelayMs(attempt: number): number {
  return attempt > QUICK_ATTEMPTS
    ? NOT_INSTALLED_MS
    : Math.min(250 * 2 ** (attempt - 1), 5_000);
}
