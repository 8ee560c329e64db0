import { ConflictError } from '@backstage/errors';
import {
  parseResourceRequest,
  refuse,
  tell,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KubernetesRequest } from '../cluster/KubernetesConnection';
import { writeUnlessOvertaken } from '../requests/changeUnlessMoved';
import type { LocatedRequest } from '../requests/RequestScope';
import { requireParsed } from '../requests/requireParsed';
import { toRequestError } from '../requests/toRequestError';
import { buildMetadataPatch, type MetadataChange } from './metadataPatch';
import { requireNoOtherApplier } from './fieldOwners';

/**
 * Sets or removes labels of one request, if it is still in the state that somebody decided about. Kratix
 * writes the same object all the while; a write that only lost against that is tried again.
 * @internal
 */
export async function relabelRequest(
  located: LocatedRequest,
  options: {
    readonly uid: string;
    readonly change: MetadataChange;
    /** Throws when what was decided makes no sense any more. */
    readonly check?: (seen: ResourceRequest) => void;
    send(request: Omit<KubernetesRequest, 'timeoutMs'>): Promise<unknown>;
  },
): Promise<ResourceRequest> {
  const { address, api } = located;
  const { uid, change, check, send } = options;
  const parse = (json: unknown): ResourceRequest =>
    requireParsed(
      parseResourceRequest(json, { promiseName: address.promise, api }),
      address.subject,
    );
  try {
    const json = await writeUnlessOvertaken({
      look: async () => {
        const seenJson = await send({ method: 'GET', path: address.path });
        const seen = parse(seenJson);
        if (seen.uid !== uid) {
          const { subject } = address;
          throw refuse(
            ConflictError,
            tell('refusal.anotherByNow', { subject }),
          );
        }
        check?.(seen);
        requireNoOtherApplier(seenJson, {
          subject: address.subject,
          fields: Object.keys(change.labels).map(label => [
            'metadata',
            'labels',
            label,
          ]),
        });
        return seen;
      },
      write: seen =>
        send({
          method: 'PATCH',
          path: address.path,
          ...buildMetadataPatch(seen, change),
        }),
    });
    return parse(json);
  } catch (error) {
    throw toRequestError(address.explainNotFound(error), address.subject);
  }
}
