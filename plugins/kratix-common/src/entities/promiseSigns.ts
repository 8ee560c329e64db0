import type { KratixPromise } from '../model';
import { entityAnnotations } from '../names/keys';

/**
 * What a Promise's entity says beside its identity: whether it can be ordered from, and who keeps it. As tags
 * too, for the catalog finds by these.
 * @internal
 */
export interface PromiseSigns {
  readonly annotations: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
}

/** @internal */
export function promiseSigns(promise: KratixPromise): PromiseSigns {
  const { releaseName } = promise;
  const state = toState(promise);
  return {
    annotations: {
      [entityAnnotations.availability]: promise.availability,
      ...(state && { [entityAnnotations.promiseState]: state }),
      ...(releaseName && { [entityAnnotations.release]: releaseName }),
    },
    tags: [
      ...(state ? [state] : []),
      ...(releaseName ? ['release-managed'] : []),
    ],
  };
}

/** Nothing for one that is available, or of which nothing is reported. */
function toState({
  deletedAt,
  isPaused,
  availability,
}: KratixPromise): PromiseState | undefined {
  if (deletedAt) {
    return 'being-removed';
  }
  if (isPaused) {
    return 'paused';
  }
  return availability === 'unavailable' ? 'unavailable' : undefined;
}

type PromiseState = 'being-removed' | 'paused' | 'unavailable';
