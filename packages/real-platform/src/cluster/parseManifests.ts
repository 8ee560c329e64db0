import type { KubernetesObject } from '@kubernetes/client-node';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';

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
