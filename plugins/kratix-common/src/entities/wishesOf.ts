import type { KratixPromise, ResourceRequest } from '../model';
import { AuthorWishes, type SkePrefix } from './AuthorWishes';

/**
 * What the author of a Promise wishes of its entities: its annotations, before what the environment of SKE's
 * generator says.
 * @internal
 */
export function wishesOfPromise(
  { annotations, skeDefaults }: KratixPromise,
  skePrefix: SkePrefix,
): AuthorWishes {
  return new AuthorWishes(
    { ...skeDefaults?.promise, ...annotations },
    skePrefix,
  );
}

/**
 * Likewise of a request. Not its owner: one that a Promise gives to all of them counts only where nothing about
 * the request itself tells.
 * @internal
 */
export function wishesOfRequest(
  { annotations }: ResourceRequest,
  promise: KratixPromise | undefined,
): AuthorWishes {
  const { [skeOwnerKey]: _, ...defaults } =
    promise?.skeDefaults?.requests ?? {};
  return new AuthorWishes(
    { ...defaults, ...annotations },
    'ske.backstage.component',
  );
}

/** @internal */
export const skeOwnerKey = 'ske.backstage.component/owner';
