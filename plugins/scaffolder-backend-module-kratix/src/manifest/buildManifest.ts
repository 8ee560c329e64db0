import { InputError } from '@backstage/errors';
import {
  buildRequestManifest,
  pruneFormValues,
  type ApplyActionInput,
  type KratixPromise,
  type RequestManifest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Actor } from '@kratix-portal/backstage-plugin-kratix-node';

/**
 * What is asked for, as the platform takes it: only what the form really means, by the API as it is now.
 * @internal
 */
export function buildManifest(
  promise: KratixPromise,
  input: ApplyActionInput,
  actor: Actor,
): RequestManifest {
  const { api, apiProblem, name } = promise;
  if (!api) {
    throw new InputError(
      apiProblem
        ? `Nothing can be ordered from ${name}: ${apiProblem.message}`
        : `Nothing can be ordered from ${name}: it has no API, it only installs things`,
    );
  }
  return buildRequestManifest({
    api,
    namespace: input.namespace,
    name: input.name,
    spec: pruneFormValues(api.schema, input.spec),
    owner: input.owner,
    requestedBy: actor.type === 'user' ? actor.userEntityRef : undefined,
  });
}
