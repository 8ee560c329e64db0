import type { ResourceRequest } from '../model';
import { kratixLabels } from './keys';

/**
 * The namespace of the oldest of a Promise's requests of one name, so that nobody takes a name by ordering
 * later.
 * @internal
 */
export function findNameHolder(
  requests: readonly ResourceRequest[],
  name: string,
): string | undefined {
  return holdersIn(requests).holders.get(name)?.namespace;
}

/**
 * Names that several of a Promise's requests have: who is called by one of these depends on the others.
 * @public
 */
export function findContestedNames(
  requests: readonly ResourceRequest[],
): ReadonlySet<string> {
  return holdersIn(requests).contested;
}

interface Holders {
  readonly holders: ReadonlyMap<string, ResourceRequest>;
  readonly contested: ReadonlySet<string>;
}

/** Asked for each request in turn, so each list is gone through once. */
function holdersIn(requests: readonly ResourceRequest[]): Holders {
  const known = holdersOf.get(requests);
  if (known) {
    return known;
  }
  const holders = new Map<string, ResourceRequest>();
  const contested = new Set<string>();
  for (const request of requests) {
    if (request.labels[kratixLabels.dryRun] !== 'true') {
      const holder = holders.get(request.name);
      if (holder) {
        contested.add(request.name);
      }
      if (!holder || isOlder(request, holder)) {
        holders.set(request.name, request);
      }
    }
  }
  const found = { holders, contested };
  holdersOf.set(requests, found);
  return found;
}

/** A list never changes, and goes with its snapshot. */
const holdersOf = new WeakMap<readonly ResourceRequest[], Holders>();

function isOlder(a: ResourceRequest, b: ResourceRequest): boolean {
  const [ageOfA, ageOfB] = [a.createdAt ?? '', b.createdAt ?? ''];
  return ageOfA === ageOfB ? a.namespace < b.namespace : ageOfA < ageOfB;
}
