import type { KubernetesObject } from '@kubernetes/client-node';
import { z } from 'zod';
import { parseManifests } from '../cluster/parseManifests';

const configurationSchema = z.looseObject({
  kind: z.enum([
    'MutatingWebhookConfiguration',
    'ValidatingWebhookConfiguration',
  ]),
  webhooks: z.array(
    z.looseObject({
      clientConfig: z.looseObject({ service: z.object({ path: z.string() }) }),
    }),
  ),
});

/**
 * Kratix's own webhook registrations, aimed at the manager on this machine: its
 * manifests name a Service, and no Service leads anywhere without a cluster
 * network.
 *
 * @internal
 */
export function buildWebhooks(
  manifests: string,
  target: { url: string; certificateAuthority: string },
): KubernetesObject[] {
  const caBundle = Buffer.from(target.certificateAuthority).toString('base64');
  return parseManifests(manifests).map(manifest => {
    const configuration = configurationSchema.parse(manifest);
    return {
      ...manifest,
      metadata: {
        ...manifest.metadata,
        name: `kratix-${manifest.metadata?.name}`,
      },
      webhooks: configuration.webhooks.map(webhook => ({
        ...webhook,
        clientConfig: {
          url: `${target.url}${webhook.clientConfig.service.path}`,
          caBundle,
        },
      })),
    } as KubernetesObject;
  });
}
