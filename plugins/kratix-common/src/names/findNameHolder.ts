import type { ResourceRequest } from '../model';
import { kratixLabels } from './keys';

/**
 * The namespace of the oldest of a Promise's requests of one name, so that nobody takes a name by ordering
 * later. Asked for each request in turn, so each list is gone through once.
 * @internal
 */
export function findNameHolder(
  requests: readonly ResourceRequest[],
  name: string,
): string | undefined {
  const known = holdersOf.get(requests);
  if (known) {
    return known.get(name)?.namespace;
  }
  const holders = new Map<string, ResourceRequest>();
  for (const request of requests) {
    const holder = holders.get(request.name);
    const isPreview = request.labels[kratixLabels.dryRun] === 'true';
    if (!isPreview && (!holder || isOlder(request, holder))) {
      holders.set(request.name, request);
    }
  }
  holdersOf.set(requests, holders);
  return holders.get(name)?.namespace;
}

/** A list never changes, and goes with its snapshot. */
const holdersOf = new WeakMap<
  readonly ResourceRequest[],
  ReadonlyMap<string, ResourceRequest>
>();

function isOlder(a: ResourceRequest, b: ResourceRequest): boolean {
  const [ageOfA, ageOfB] = [a.createdAt ?? '', b.createdAt ?? ''];
  return ageOfA === ageOfB ? a.namespace < b.namespace : ageOfA < ageOfB;
}
