const LONGEST_MS = 300_000;

/**
 * How long a container that failed waits for its next start. The kubelet starts
 * it again at once the first time, then doubles from its base of 10 s up to
 * 5 minutes (pkg/kubelet `doBackOff`).
 *
 * @internal
 */
export function restartDelayMs(failureCount: number, baseMs: number): number {
  if (failureCount <= 1) {
    return 0;
  }
  return Math.min(LONGEST_MS, baseMs * 2 ** (failureCount - 2));
}
