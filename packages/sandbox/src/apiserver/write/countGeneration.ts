import type { KubeObject } from '../cluster';
import { equalJson } from '../json/json';
import type { ResourceType } from '../registry/ResourceType';

/** A generation is a change of what is wanted: metadata and status do not count. @internal */
export function countGeneration(
  next: KubeObject,
  previous: KubeObject,
  type: ResourceType,
): void {
  if (!type.tracksGeneration) {
    return;
  }
  const before = previous.metadata.generation ?? 1;
  const isChanged = !equalJson(
    { ...next, metadata: undefined, status: undefined },
    { ...previous, metadata: undefined, status: undefined },
  );
  const changesStatus =
    !type.hasStatus && !equalJson(next.status, previous.status);
  next.metadata.generation = isChanged || changesStatus ? before + 1 : before;
}
