/**
 * A signal that ends with another, or after a time. `AbortSignal.any` is younger than the browsers that
 * Backstage supports.
 * @internal
 */
export function limitTime(timeoutMs: number, outer?: AbortSignal) {
  const controller = new AbortController();
  const state = { hasTimedOut: false };
  const abort = () => controller.abort(outer?.reason);
  const timer = setTimeout(() => {
    state.hasTimedOut = true;
    controller.abort();
  }, timeoutMs);
  if (outer?.aborted) {
    abort();
  }
  outer?.addEventListener('abort', abort);
  return {
    signal: controller.signal,
    hasTimedOut: () => state.hasTimedOut,
    release: () => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', abort);
    },
  };
}
