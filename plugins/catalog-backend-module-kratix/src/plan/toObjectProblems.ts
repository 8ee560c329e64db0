import type {
  ObjectProblem,
  Problem,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Problems together with the object that has them.
 * @internal
 */
export function toObjectProblems(
  problems: readonly Problem[],
  {
    platform,
    kind,
    namespace,
    name,
    resourceVersion,
  }: Pick<
    ObjectProblem,
    'platform' | 'kind' | 'namespace' | 'name' | 'resourceVersion'
  >,
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
