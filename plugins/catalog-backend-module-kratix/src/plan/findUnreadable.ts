import {
  promiseApiEntityRef,
  promiseEntityRef,
  promiseTemplateEntityRef,
  requestEntityRef,
  type ObjectProblem,
  type NamedPlatform,
  type PlatformSnapshot,
  type ResourceRequest,
  type WatchedApi,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Objects that are on the platform and cannot be understood now. They are not gone: what the catalog says
 * of them stays.
 * @internal
 */
export interface Unreadable {
  /** Names of Promises. */
  readonly promises: ReadonlySet<string>;
  readonly promiseEntityRefs: ReadonlySet<string>;
  /** References of the entities of a Promise's unreadable requests; the others are given. */
  requestEntityRefs(
    promise: RequestsOf,
    readable: readonly ResourceRequest[],
  ): ReadonlySet<string>;
}

/**
 * An object with a problem is unreadable when it is not among those that were read: most problems belong to
 * objects that were.
 * @internal
 */
export function findUnreadable(
  { promises, problems }: PlatformSnapshot,
  platform: NamedPlatform,
): Unreadable {
  const byKind = groupByKind(problems);
  const unread = (kind: string, readable: readonly Named[]): Named[] =>
    withoutReadable(byKind.get(kind) ?? new Map(), readable);
  const unreadPromises = findUnreadablePromises({ promises, problems });
  return {
    promises: unreadPromises,
    promiseEntityRefs: new Set(
      [...unreadPromises].flatMap(promise => [
        promiseEntityRef(platform, { promise }),
        promiseApiEntityRef(platform, { promise }),
        promiseTemplateEntityRef(platform, { promise }),
      ]),
    ),
    requestEntityRefs: ({ name: promise, api }, requests) =>
      new Set(
        (api ? unread(api.kind, requests) : []).flatMap(({ namespace, name }) =>
          namespace === undefined
            ? []
            : [requestEntityRef(platform, { promise, namespace, name })],
        ),
      ),
  };
}

/**
 * Names of Promises that are on the platform and cannot be understood now.
 * @internal
 */
export function findUnreadablePromises({
  promises,
  problems,
}: Pick<PlatformSnapshot, 'promises' | 'problems'>): ReadonlySet<string> {
  const readable = new Set(
    promises.state === 'synced' ? promises.items.map(({ name }) => name) : [],
  );
  return new Set(
    problems.flatMap(({ kind, name }) =>
      kind === 'Promise' && !readable.has(name) ? [name] : [],
    ),
  );
}

/**
 * A Promise, or what it has left behind.
 * @internal
 */
export interface RequestsOf {
  readonly name: string;
  readonly api?: Pick<WatchedApi, 'kind'>;
}

type Named = Pick<ObjectProblem, 'namespace' | 'name'>;

function groupByKind(
  problems: readonly ObjectProblem[],
): ReadonlyMap<string, ReadonlyMap<string, Named>> {
  const groups = new Map<string, Map<string, Named>>();
  for (const problem of problems) {
    const group = groups.get(problem.kind) ?? new Map<string, Named>();
    groups.set(problem.kind, group.set(keyOf(problem), problem));
  }
  return groups;
}

function withoutReadable(
  named: ReadonlyMap<string, Named>,
  readable: readonly Named[],
): Named[] {
  if (named.size === 0) {
    return [];
  }
  const keys = new Set(readable.map(keyOf));
  return [...named].filter(([key]) => !keys.has(key)).map(([, name]) => name);
}

function keyOf({ namespace, name }: Named): string {
  return `${namespace ?? ''}/${name}`;
}
