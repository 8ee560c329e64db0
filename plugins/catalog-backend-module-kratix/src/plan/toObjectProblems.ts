import type {
  ObjectProblem,
  Problem,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * The object that has a problem. More than this may be given; it is left out.
 * @internal
 */
export type ProblemOwner = Pick<
  ObjectProblem,
  'platform' | 'kind' | 'namespace' | 'name' | 'resourceVersion'
>;

/**
 * Problems together with the object that has them.
 * @internal
 */
export function toObjectProblems(
  problems: readonly Problem[],
  { platform, kind, namespace, name, resourceVersion }: ProblemOwner,
): ObjectProblem[] {
  return problems.map(problem => ({
    ...problem,
    platform,
    kind,
    ...(namespace !== undefined && { namespace }),
    name,
    ...(resourceVersion !== undefined && { resourceVersion }),
  }));
}
