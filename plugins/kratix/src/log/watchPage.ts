/** A glance at another tab costs nothing. */
const ASLEEP_MS = 30_000;

/**
 * Tells when nobody has looked at the page for a while, and when somebody does again or the browser comes online.
 * The returned function ends it.
 * @internal
 */
export function watchPage(options: {
  readonly onAsleep: () => void;
  readonly onAwake: () => void;
}): () => void {
  const { onAsleep, onAwake } = options;
  let asleep: ReturnType<typeof setTimeout> | undefined;
  const onVisible = () => {
    clearTimeout(asleep);
    if (document.hidden) {
      asleep = setTimeout(onAsleep, ASLEEP_MS);
    } else {
      onAwake();
    }
  };
  document.addEventListener('visibilitychange', onVisible);
  window.addEventListener('online', onAwake);
  return () => {
    clearTimeout(asleep);
    document.removeEventListener('visibilitychange', onVisible);
    window.removeEventListener('online', onAwake);
  };
}
