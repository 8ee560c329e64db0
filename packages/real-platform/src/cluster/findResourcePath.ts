import type { KubernetesObject } from '@kubernetes/client-node';
import { z } from 'zod';
import { waitUntil } from '../processes/waitUntil';
import type { Connection } from './connect';
import { sendJson } from './sendJson';

const resourceListSchema = z.object({
  resources: z.array(
    z.object({ name: z.string(), kind: z.string(), namespaced: z.boolean() }),
  ),
});

/**
 * Where an object lies on the API server. Waits for its kind, since a definition
 * is served a moment after it was taken.
 *
 * @internal
 */
export async function findResourcePath(
  connection: Connection,
  manifest: KubernetesObject,
): Promise<string> {
  const { apiVersion = '', kind, metadata } = manifest;
  const root = apiVersion.includes('/')
    ? `/apis/${apiVersion}`
    : `/api/${apiVersion}`;
  const found = await waitUntil(
    async () => {
      const { resources } = resourceListSchema.parse(
        await sendJson(connection.kubeConfig, { method: 'GET', path: root }),
      );
      return resources.find(
        resource => resource.kind === kind && !resource.name.includes('/'),
      );
    },
    { what: `the resource of ${kind} in ${apiVersion}`, timeoutMs: 20_000 },
  );
  const scope = found.namespaced
    ? `/namespaces/${metadata?.namespace ?? 'default'}`
    : '';
  return `${root}${scope}/${found.name}/${metadata?.name}`;
}
