import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  buildRequestManifest,
  pruneFormValues,
  readOwnerRef,
  type ApplyActionInput,
  type KratixPromise,
  type RequestManifest,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** @internal */
export type ApplyInput = Omit<ApplyActionInput, 'spec'> &
  // A form of which nothing was filled in has no `spec`.
  Partial<Pick<ApplyActionInput, 'spec'>>;

/**
 * What is known of a request beside what is asked for, and what it says of itself.
 * @internal
 */
export interface Provenance {
  /** When the order names none. */
  readonly owner?: string;
  readonly requestedBy?: string;
  readonly task?: string;
  /** The `spec` that stands already, so that a change writes nothing that nobody touched. */
  readonly previous?: JsonObject;
}

/**
 * What is asked for, as the platform takes it: only what the form really means, by the API as it is now.
 * @internal
 */
export function buildManifest(
  promise: KratixPromise,
  input: Omit<ApplyInput, 'mode'>,
  { owner, requestedBy, task, previous }: Provenance,
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
    spec: pruneFormValues(api.schema, input.spec ?? {}, { previous }),
    owner: input.owner ? requireOwner(input.owner) : owner,
    requestedBy,
    task,
  });
}

/** What the catalog would not take as an owner must not be ordered: it would silently be owned by another. */
function requireOwner(text: string): string {
  const owner = readOwnerRef(text);
  if (!owner) {
    throw new InputError(
      `"${text}" cannot own anything; name a group or a user, like group:default/team-a`,
    );
  }
  return owner;
}
