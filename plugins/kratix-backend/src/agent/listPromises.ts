import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  kratixPromiseReadPermission,
  type PlatformSnapshot,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { AgentContext } from './AgentContext';

/**
 * Agent action `kratix:list-promises`: what the platforms offer.
 * @internal
 */
export function registerListPromises(
  registry: ActionsRegistryService,
  { kratix, authorizer }: AgentContext,
): void {
  registry.register({
    name: 'list-promises',
    title: 'List Kratix Promises',
    description:
      'Lists the services (Kratix Promises) that the configured platforms offer, with their availability. ' +
      'A platform that is listed in unknownPlatforms could not be read: its Promises are missing here, not gone.',
    attributes: { readOnly: true, idempotent: true },
    visibilityPermission: kratixPromiseReadPermission,
    schema: {
      input: z =>
        z.object({
          platform: z
            .string()
            .optional()
            .describe('Name of one platform; all of them when left out'),
        }),
      output: z =>
        z.object({
          promises: z.array(
            z.object({
              platform: z.string(),
              promise: z.string(),
              version: z.string().optional(),
              availability: z.enum(['available', 'unavailable', 'notReported']),
              message: z.string().optional(),
              kind: z
                .string()
                .optional()
                .describe(
                  'Kind of its requests; absent when nothing can be ordered',
                ),
            }),
          ),
          unknownPlatforms: z.array(z.string()),
        }),
    },
    action: async ({ input, credentials }) => {
      await authorizer.require(kratixPromiseReadPermission, credentials);
      const platforms = input.platform
        ? [kratix.platform(input.platform)]
        : kratix.platforms;
      const snapshots = platforms.map(({ name }) => kratix.snapshot(name));
      return { output: toOffers(snapshots) };
    },
  });
}

function toOffers(snapshots: readonly PlatformSnapshot[]) {
  return {
    promises: snapshots.flatMap(({ platform, promises }) =>
      promises.state === 'unknown'
        ? []
        : promises.items.map(promise => ({
            platform,
            promise: promise.name,
            version: promise.version,
            availability: promise.availability,
            message: promise.message,
            kind: promise.api?.kind,
          })),
    ),
    unknownPlatforms: snapshots
      .filter(({ promises }) => promises.state === 'unknown')
      .map(({ platform }) => platform),
  };
}
