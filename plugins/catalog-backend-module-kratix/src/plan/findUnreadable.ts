import {
  promiseApiEntityRef,
  promiseEntityRef,
  promiseTemplateEntityRef,
  requestEntityRef,
  type KratixPromise,
  type Platform,
  type PlatformSnapshot,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Objects that are on the platform and cannot be understood now. They are not gone: what the catalog says
 * of them stays (design decision 3).
 * @internal
 */
export interface Unreadable {
  /** Names of Promises. */
  readonly promises: ReadonlySet<string>;
  readonly promiseEntityRefs: ReadonlySet<string>;
  /** References of the entities of a Promise's unreadable requests; the others are given. */
  requestEntityRefs(
    promise: KratixPromise,
    readable: readonly ResourceRequest[],
  ): ReadonlySet<string>;
}

/** @internal */
export function findUnreadable(
  { promises, problems }: PlatformSnapshot,
  platform: Platform,
): Unreadable {
  const readable = new Set(
    promises.state === 'synced' ? promises.items.map(({ name }) => name) : [],
  );
  const unreadable = new Set(
    problems
      .filter(({ kind, name }) => kind === 'Promise' && !readable.has(name))
      .map(({ name }) => name),
  );
  return {
    promises: unreadable,
    promiseEntityRefs: new Set(
      [...unreadable].flatMap(promise => [
        promiseEntityRef(platform, { promise }),
        promiseApiEntityRef(platform, { promise }),
        promiseTemplateEntityRef(platform, { promise }),
      ]),
    ),
    requestEntityRefs: ({ name: promise, api }, requests) =>
      new Set(
        problems.flatMap(({ kind, namespace, name }) =>
          namespace !== undefined &&
          kind === api?.kind &&
          !requests.some(
            other => other.namespace === namespace && other.name === name,
          )
            ? [requestEntityRef(platform, { promise, namespace, name })]
            : [],
        ),
      ),
  };
}
