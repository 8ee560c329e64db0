import {
  phaseContexts,
  type PlatformSnapshot,
  type PromiseRevision,
} from '../model';
import { kratixLabels } from '../names/keys';
import type { RolloutSubject } from './RolloutSubject';

/**
 * What a rollout of one Promise is decided on.
 * @public
 */
export interface RolloutFacts {
  readonly subjects: readonly RolloutSubject[];
  /** Of this Promise. */
  readonly revisions: readonly PromiseRevision[];
}

/**
 * The requests of a Promise with their bindings, and its versions. Undefined while any of them is not known:
 * unknown is not empty, and a rollout that overlooks some would be no rollout.
 * @public
 */
export function listSubjects(
  snapshot: PlatformSnapshot,
  promise: string,
): RolloutFacts | undefined {
  const requests = snapshot.requests.get(promise);
  const { bindings, revisions } = snapshot;
  const isKnown =
    requests?.state === 'synced' &&
    bindings.state === 'synced' &&
    revisions.state === 'synced';
  if (!isKnown) {
    return undefined;
  }
  const contextOf = phaseContexts(snapshot);
  return {
    subjects: requests.items
      // Of a preview nothing is kept.
      .filter(({ labels }) => labels[kratixLabels.dryRun] !== 'true')
      .map(request => {
        const context = contextOf(request);
        return { request, binding: context.binding, context };
      }),
    revisions: revisions.items.filter(
      ({ promiseName }) => promiseName === promise,
    ),
  };
}
