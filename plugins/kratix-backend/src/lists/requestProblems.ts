import type { ObjectProblem } from '@kratix-portal/backstage-plugin-kratix-common';
import type { IndexedRequest } from './IndexedRequest';

/**
 * A problem, and the page of what has it where the catalog has one.
 * @internal
 */
export type PagedProblem = ObjectProblem & { readonly entityRef?: string };

/**
 * What of a request the catalog does not show as meant. Requests deliberately left out of the catalog have no
 * problems.
 * @internal
 */
export function requestProblems({
  row,
  problems,
}: IndexedRequest): PagedProblem[] {
  const { ref, kind, entityRef } = row;
  return entityRef === undefined
    ? []
    : problems.map(problem => ({
        ...problem,
        platform: ref.platform,
        kind,
        namespace: ref.namespace,
        name: ref.name,
        entityRef,
      }));
}
