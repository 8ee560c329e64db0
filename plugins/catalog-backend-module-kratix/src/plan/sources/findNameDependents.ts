import {
  findContestedNames,
  findParents,
  mayHaveParents,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * With SKE's names, what the entities of a list of requests are called and point to may change although their
 * requests do not.
 * @internal
 */
export interface NameDependents {
  /** Requests of which that is so: they share a name, or are part of another request. */
  readonly requests: readonly ResourceRequest[];
  /** The Promises to whose requests they point. */
  readonly parentPromises: ReadonlySet<string>;
}

/** @internal */
export function findNameDependents(
  requests: readonly ResourceRequest[],
): NameDependents {
  const known = dependentsOf.get(requests);
  if (known) {
    return known;
  }
  const contested = findContestedNames(requests);
  const parts = requests.filter(mayHaveParents);
  const found = {
    requests: [
      ...new Set([
        ...(contested.size > 0
          ? requests.filter(({ name }) => contested.has(name))
          : []),
        ...parts,
      ]),
    ],
    parentPromises: new Set(
      parts.flatMap(part => findParents(part).map(({ promise }) => promise)),
    ),
  };
  dependentsOf.set(requests, found);
  return found;
}

/** A list never changes, and goes with its snapshot. */
const dependentsOf = new WeakMap<readonly ResourceRequest[], NameDependents>();
