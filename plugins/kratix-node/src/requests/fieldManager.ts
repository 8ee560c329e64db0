import { z } from 'zod';

/**
 * Under which name the portal manages fields of requests.
 * @internal
 */
export const FIELD_MANAGER = 'kratix-portal';

const managedSchema = z.object({
  metadata: z.object({
    managedFields: z.array(
      z.object({
        manager: z.string().optional(),
        operation: z.string().optional(),
        subresource: z.string().optional(),
      }),
    ),
  }),
});

/**
 * The JSON patch that makes what the portal created into something that it applied; undefined when there is
 * nothing to do.
 *
 * @remarks
 * Only POST creates atomically, but the API server books the fields of a POST as an `Update`, and a later
 * server-side apply of the same manager would conflict with it, and never remove a field. kubectl and
 * client-go move such entries in the same way (k8s.io/client-go util/csaupgrade). The tests make the patch
 * fail where the entry stands somewhere else meanwhile.
 * @internal
 */
export function buildAdoption(json: unknown): JsonPatch | undefined {
  const parsed = managedSchema.safeParse(json);
  const entries = parsed.success ? parsed.data.metadata.managedFields : [];
  const own = entries.map(
    ({ manager, subresource }) => manager === FIELD_MANAGER && !subresource,
  );
  const isApplied = entries.some(
    ({ operation }, index) => own[index] && operation === 'Apply',
  );
  const index = entries.findIndex(
    ({ operation }, at) => own[at] && operation === 'Update',
  );
  if (isApplied || index === -1) {
    return undefined;
  }
  const path = `/metadata/managedFields/${index}`;
  return [
    { op: 'test', path: `${path}/manager`, value: FIELD_MANAGER },
    { op: 'test', path: `${path}/operation`, value: 'Update' },
    { op: 'replace', path: `${path}/operation`, value: 'Apply' },
  ];
}

/** @internal */
export type JsonPatch = readonly {
  readonly op: 'test' | 'replace';
  readonly path: string;
  readonly value: string;
}[];
