import { PatchStrategy, type KubernetesObject } from '@kubernetes/client-node';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import type { Connection } from './connect';

const manifestSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string().optional(),
  }),
});

/**
 * The objects of a YAML stream; empty documents are skipped.
 *
 * @internal
 */
export function parseManifests(text: string): KubernetesObject[] {
  return parseAllDocuments(text)
    .map(document => document.toJS() as unknown)
    .filter(content => content !== null && content !== undefined)
    .map(content => manifestSchema.parse(content) as KubernetesObject);
}

/**
 * Puts objects on the API server by server-side apply, one after another, since
 * a later one may need an earlier one.
 *
 * @internal
 */
export async function applyManifests(
  connection: Connection,
  manifests: readonly KubernetesObject[],
): Promise<void> {
  for (const manifest of manifests) {
    await connection.objects.patch(
      manifest,
      undefined,
      undefined,
      'real-platform',
      true,
      PatchStrategy.ServerSideApply,
    );
  }
}
