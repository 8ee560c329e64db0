import { ConflictError } from '@backstage/errors';
import {
  authorAnnotations,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Actor } from '@kratix-portal/backstage-plugin-kratix-node';

/**
 * Throws when an order must not become a change of what is there already: somebody else's request of the
 * same name, or one that is being removed.
 * @internal
 */
export function requireChangeable(
  existing: Pick<
    ResourceRequest,
    'namespace' | 'name' | 'deletedAt' | 'annotations'
  >,
  actor: Actor,
): void {
  const what = `${existing.namespace}/${existing.name}`;
  if (existing.deletedAt) {
    throw new ConflictError(
      `${what} is being removed since ${existing.deletedAt}; take another name, or wait until it is gone`,
    );
  }
  const requestedBy = existing.annotations[authorAnnotations.requestedBy];
  const owner = existing.annotations[authorAnnotations.owner];
  if (actor.type === 'user' && !isTheirs(actor, [requestedBy, owner])) {
    throw new ConflictError(
      `${what} exists already, and ${
        requestedBy ?? owner ?? 'somebody else'
      } asked for it; take another name`,
    );
  }
}

function isTheirs(
  { userEntityRef, ownershipEntityRefs }: Extract<Actor, { type: 'user' }>,
  refs: readonly (string | undefined)[],
): boolean {
  return refs.some(
    ref =>
      ref !== undefined &&
      [userEntityRef, ...ownershipEntityRefs].includes(
        ref.toLocaleLowerCase('en-US'),
      ),
  );
}
