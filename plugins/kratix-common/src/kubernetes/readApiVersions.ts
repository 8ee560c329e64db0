import type { PromiseApi } from '../model';
import { cutText } from './reading/bounds';
import { childObject } from './reading/readField';

interface Version {
  readonly name: string;
  readonly storage: boolean;
}

/**
 * What a CRD says of its versions beside the schemas of those that are served.
 * @internal
 */
export function readApiVersions(
  crd: Record<string, unknown>,
  versions: {
    readonly chosen: Version;
    readonly served: readonly Version[];
    readonly all: readonly Version[];
  },
): Pick<PromiseApi, 'unservedVersions' | 'storedVersion' | 'conversion'> {
  const { chosen, served, all } = versions;
  const unserved = all.filter(version => !served.includes(version));
  const stored = all.find(({ storage }) => storage) ?? chosen;
  const { strategy } = childObject(childObject(crd, 'spec'), 'conversion');
  return {
    ...(unserved.length > 0 && {
      unservedVersions: unserved.map(({ name }) => name),
    }),
    ...(stored !== chosen && { storedVersion: stored.name }),
    ...(typeof strategy === 'string' &&
      strategy !== 'None' &&
      strategy !== '' && { conversion: cutText(strategy, 63) }),
  };
}
