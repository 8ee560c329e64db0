/**
 * How long a watch waits for what.
 * @internal
 */
export interface WatchTiming {
  /** What we ask the server to end each watch after; up to twice as long, by chance. */
  readonly timeoutSeconds: number;
  /**
   * How long a stream may say nothing. API servers send a bookmark about every minute
   * (k8s.io/apiserver pkg/storage/cacher `defaultBookmarkFrequency`), so on a healthy one this never ends.
   * A peer that has vanished is noticed sooner, by TCP; this is for a proxy that lives while what is behind it
   * does not.
   */
  readonly silenceMs: number;
  readonly connectTimeoutMs: number;
  readonly listTimeoutMs: number;
  /** A watch that ends sooner counts as failed; the next one waits no longer than this either. */
  readonly shortWatchMs: number;
  readonly minPauseMs: number;
  readonly maxPauseMs: number;
}

/**
 * Costs at most one request in 80 seconds for each watched collection while nothing changes.
 * @internal
 */
export const defaultWatchTiming: WatchTiming = {
  timeoutSeconds: 300,
  silenceMs: 80_000,
  connectTimeoutMs: 30_000,
  listTimeoutMs: 60_000,
  shortWatchMs: 5_000,
  minPauseMs: 500,
  maxPauseMs: 60_000,
};
