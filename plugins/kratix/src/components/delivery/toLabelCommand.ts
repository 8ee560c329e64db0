import type {
  DeliveryReason,
  DestinationMatch,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** What needs no quoting in any shell. Labels come from a cluster; a person pastes this into a terminal. */
const plain = /^[A-Za-z0-9._/=-]+$/;

/**
 * The command that would make the nearest Destination take something that has nowhere to go.
 * @internal
 */
export function toLabelCommand(
  { code }: DeliveryReason,
  matches: readonly DestinationMatch[] | undefined,
): { readonly destination: string; readonly command: string } | undefined {
  const nearest = matches?.find(({ obstacle }) => !obstacle);
  if (code !== 'noDestination' || !nearest || nearest.unmet.length === 0) {
    return undefined;
  }
  const labels = nearest.unmet.map(({ key, wanted }) => `${key}=${wanted}`);
  const overwrites = nearest.unmet.some(({ actual }) => actual !== undefined);
  return [nearest.name, ...labels].every(word => plain.test(word))
    ? {
        destination: nearest.name,
        command: [
          'kubectl label destination',
          nearest.name,
          ...labels,
          ...(overwrites ? ['--overwrite'] : []),
        ].join(' '),
      }
    : undefined;
}
