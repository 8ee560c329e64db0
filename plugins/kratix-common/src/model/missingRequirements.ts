import type { KratixPromise } from './kratixPromise';

/**
 * The required Promises that are not there yet, as Kratix reports them.
 * @internal
 */
export function missingRequirements(
  promise: Pick<KratixPromise, 'requiredPromises'>,
): KratixPromise['requiredPromises'] {
  return promise.requiredPromises.filter(
    ({ state }) => state !== undefined && state !== 'Requirement installed',
  );
}
