import type { Deletion } from '../contracts';
import type {
  KratixPromise,
  RequestRef,
  ResourceRequest,
  Work,
  WorkPlacement,
} from '../model';
import { compareNames } from '../names/compareNames';
import { kratixLabels } from '../names/keys';

/** As many names as a person reads before removing something. */
const most = { children: 100, files: 20 };

/**
 * What is known beside the request itself. Each part may be missing.
 * @public
 */
export interface DeletionContext {
  readonly promise?: KratixPromise;
  readonly delivery?: {
    readonly works: readonly Work[];
    readonly workPlacements: readonly WorkPlacement[];
    readonly isComplete: boolean;
  };
  /** Requests that came from this one. */
  readonly children: readonly Omit<RequestRef, 'platform'>[];
}

/**
 * What removal destroys, for a person to see before it is too late. Kratix first runs the delete workflow, of
 * which only the first pipeline is ever used, and then takes back what was delivered (kratix-domain 2.4). What
 * came from this request goes when its Destination takes it back.
 * @public
 */
export function describeDeletion(
  request: ResourceRequest,
  { promise, delivery, children }: DeletionContext,
): Deletion {
  const pipeline = promise?.workflows.resourceDelete[0];
  const blockedBy = findBlock(request, promise);
  return {
    ...(pipeline && {
      workflow: {
        pipeline: pipeline.name,
        steps: pipeline.containers.map(({ name }) => name),
      },
    }),
    ...(delivery && { delivered: countDelivered(delivery) }),
    children: children
      .slice(0, most.children)
      .map(({ promise: of, namespace, name }) => ({
        promise: of,
        namespace,
        name,
      })),
    childCount: children.length,
    ...(blockedBy && { blockedBy }),
  };
}

function findBlock(
  request: ResourceRequest,
  promise: KratixPromise | undefined,
): Deletion['blockedBy'] {
  if (request.labels[kratixLabels.paused] === 'true') {
    return 'requestPaused';
  }
  return promise?.isPaused ? 'promisePaused' : undefined;
}

function countDelivered({
  workPlacements,
  isComplete,
}: NonNullable<DeletionContext['delivery']>): Deletion['delivered'] {
  const files = new Map<string, string[]>();
  for (const { destinationName, filePaths } of workPlacements) {
    const known = files.get(destinationName) ?? [];
    files.set(destinationName, [...known, ...filePaths]);
  }
  return {
    isComplete,
    destinations: [...files]
      .sort(([one], [other]) => compareNames(one, other))
      .map(([name, paths]) => ({
        name,
        fileCount: paths.length,
        files: paths.sort(compareNames).slice(0, most.files),
      })),
  };
}
