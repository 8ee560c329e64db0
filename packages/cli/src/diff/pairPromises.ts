import type {
  KratixPromise,
  PromisePair,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Which Promise of the old files became which one of the new. By name; where each side holds one alone, these
 * are compared whatever their names are, since a copy of a file is often called otherwise.
 * @internal
 */
export function pairPromises(
  before: readonly KratixPromise[],
  after: readonly KratixPromise[],
): PromisePair[] {
  if (before.length === 1 && after.length === 1) {
    return [{ before: before[0], after: after[0] }];
  }
  const names = new Set([...before, ...after].map(({ name }) => name));
  return [...names].map(name => ({
    before: before.find(promise => promise.name === name),
    after: after.find(promise => promise.name === name),
  }));
}
