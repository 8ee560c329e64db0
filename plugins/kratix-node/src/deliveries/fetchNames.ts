import {
  parseWorkflowJob,
  parseWorkflowPod,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { resourcePath } from '../cluster/resourcePath';
import { listWorkflowObjects } from '../workflows/listWorkflowObjects';

/** @internal */
export interface FetchedNames {
  readonly names: readonly string[];
  /** False when there are more, or one could not be understood. */
  readonly isComplete: boolean;
}

/**
 * Names of the Jobs or Pods of some workflows, by their labels.
 * @internal
 */
export async function fetchNames(
  plural: 'jobs' | 'pods',
  place: {
    readonly namespaces: readonly string[];
    readonly workflowSelector: string;
  },
  fetchPage: (
    path: string,
    query: Readonly<Record<string, string | number | undefined>>,
  ) => Promise<unknown>,
): Promise<FetchedNames> {
  const lists = await Promise.all(
    place.namespaces.map(namespace => {
      const path = resourcePath({
        group: plural === 'jobs' ? 'batch' : '',
        version: 'v1',
        plural,
        namespace,
      });
      return listWorkflowObjects<{ readonly name: string }>(
        plural === 'jobs' ? parseWorkflowJob : parseWorkflowPod,
        page =>
          fetchPage(path, { labelSelector: place.workflowSelector, ...page }),
      );
    }),
  );
  return {
    names: lists.flatMap(({ items }) => items.map(({ name }) => name)),
    isComplete: lists.every(({ isComplete }) => isComplete),
  };
}
