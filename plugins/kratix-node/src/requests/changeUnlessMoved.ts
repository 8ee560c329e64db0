import { setTimeout as wait } from 'node:timers/promises';
import { ConflictError } from '@backstage/errors';
import {
  refuse,
  tell,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { KubernetesError } from '../cluster/failures/KubernetesError';
import type { Subject } from './Subject';

type Seen = Pick<ResourceRequest, 'uid' | 'generation' | 'deletedAt'>;

/**
 * Changes an object if it is still the one that somebody decided about: the same object, with nothing else
 * asked of it since. Kratix writes its status all the while, so that a write which only lost against that is
 * tried again.
 * @internal
 */
export async function changeUnlessMoved<T extends Seen, R>(
  decidedOn: Seen,
  io: SeenWrite<T, R> & { readonly subject: Subject },
): Promise<R> {
  return writeUnlessOvertaken({
    ...io,
    look: async () => {
      const seen = await io.look();
      if (!isSame(seen, decidedOn)) {
        throw refuse(
          ConflictError,
          tell('refusal.changedMeanwhile', { subject: io.subject }),
        );
      }
      return seen;
    },
  });
}

/** @internal */
export interface SeenWrite<T, R> {
  /** Throws NotFoundError when it is gone. */
  look(): Promise<T>;
  /** Writes if the object is exactly what `look` saw. */
  write(seen: T): Promise<R>;
  /** For tests. */
  readonly pause?: (ms: number) => Promise<unknown>;
}

/**
 * Looks and writes, again as long as somebody else writes between the two. Whether it may still be written is
 * for `look` to say. Kratix writes a new request a dozen times within a moment (finalizers, labels, each
 * condition), so each attempt waits longer than the one before.
 * @internal
 */
export async function writeUnlessOvertaken<T, R>(
  io: SeenWrite<T, R>,
): Promise<R> {
  for (let attempt = 1; ; attempt += 1) {
    const seen = await io.look();
    try {
      return await io.write(seen);
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !isOvertaken(error)) {
        throw error;
      }
    }
    await (io.pause ?? wait)(FIRST_PAUSE_MS * 2 ** (attempt - 1));
  }
}

const MOST_ATTEMPTS = 6;
const FIRST_PAUSE_MS = 25;

function isSame(one: Seen, other: Seen): boolean {
  return (
    one.uid === other.uid &&
    one.generation === other.generation &&
    one.deletedAt === other.deletedAt
  );
}

// Removed, replaced by another object, or only written meanwhile: the next look tells which.
function isOvertaken(error: unknown): boolean {
  if (!(error instanceof KubernetesError)) {
    return false;
  }
  switch (error.failure) {
    case 'conflict':
      return error.causes.every(
        ({ reason }) => reason !== 'FieldManagerConflict',
      );
    case 'invalid':
      return error.causes.some(({ field }) => field === 'metadata.uid');
    case 'notFound':
      return true;
    default:
      return false;
  }
}
