import { InputError } from '@backstage/errors';
import {
  authorAnnotations,
  buildRequestManifest,
  pruneFormValues,
  type ApplyActionInput,
  type KratixPromise,
  type RequestManifest,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Actor } from '@kratix-portal/backstage-plugin-kratix-node';

/**
 * What is asked for, as the platform takes it: only what the form really means, by the API as it is now.
 * Who asked first stays who asked, and the owner stays when none is given.
 * @internal
 */
export function buildManifest(
  promise: KratixPromise,
  order: {
    readonly input: ApplyActionInput;
    readonly actor: Actor;
    readonly existing: ResourceRequest | undefined;
  },
): RequestManifest {
  const { input, actor, existing } = order;
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
    owner: input.owner ?? existing?.annotations[authorAnnotations.owner],
    requestedBy:
      existing?.annotations[authorAnnotations.requestedBy] ??
      (actor.type === 'user' ? actor.userEntityRef : undefined),
  });
}
