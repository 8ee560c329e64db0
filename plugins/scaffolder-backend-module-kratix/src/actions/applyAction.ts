// Step 5 of 7 of the tour in ARCHITECTURE.md.
// Before: plugins/catalog-backend-module-kratix/src/plan/planMutation.ts
// Next: plugins/kratix-common/src/model/derivePhase.ts
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  kratixActionIds,
  requestEntityRef,
  toYaml,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { ApplyOptions } from '@kratix-portal/backstage-plugin-kratix-node';
import type { ActionServices } from '../ActionServices';
import { auditWrite } from '../audit/auditWrite';
import { explainPlatformError } from '../errors/explainPlatformError';
import { applyExamples } from './applyExamples';
import { prepareOrder, type Order } from './prepareOrder';

/**
 * Step 5 of 7. Action `kratix:resource:apply`: orders from a Promise, or changes what was ordered, in the
 * name of the person who started the task.
 * @internal
 */
export function createApplyAction(services: ActionServices) {
  return createTemplateAction({
    id: kratixActionIds.apply,
    description:
      'Orders from a Kratix Promise: writes a resource request to the platform, in the name of the person who started the task. Doing it twice changes nothing.',
    examples: applyExamples,
    supportsDryRun: true,
    schema: {
      input: {
        platform: z =>
          z
            .string()
            .optional()
            .describe(
              'Platform to order on; needed where several are configured',
            ),
        promise: z => z.string().describe('Name of the Promise'),
        namespace: z =>
          z.string().describe('Kubernetes namespace of the request'),
        name: z => z.string().describe('Name of the request'),
        spec: z =>
          z
            .record(z.unknown())
            .optional()
            .describe(
              'What is asked for, as the API of the Promise has it under spec',
            ),
        owner: z =>
          z
            .string()
            .optional()
            .describe('Entity reference of the owner in the catalog'),
      },
      output: {
        entityRef: z =>
          z.string().describe('Catalog entity that will stand for the request'),
        platform: z => z.string(),
        apiVersion: z => z.string(),
        kind: z => z.string(),
        namespace: z => z.string(),
        name: z => z.string(),
        manifest: z =>
          z.string().describe('The manifest as it was sent, as YAML'),
      },
    },
    async handler(ctx) {
      const order = await prepareOrder(ctx, services);
      const { platform, ref, manifest } = order;
      const what = `${manifest.kind} ${ref.namespace}/${ref.name}`;
      if (order.promise.availability === 'unavailable') {
        ctx.logger.warn(
          `${ref.promise} cannot take requests now; the request will wait until it can`,
        );
      }

      // Between the look and the write, somebody else may have ordered the same, or removed it.
      const expect = order.isExisting ? 'present' : 'absent';
      const { signal } = ctx;

      await send(order, { dryRun: true, expect, signal });
      ctx.logger.info(`${platform.title} accepts ${what}; nothing written yet`);
      if (!ctx.isDryRun) {
        signal?.throwIfAborted();
        const actionType = order.isExisting ? 'update' : 'create';
        await auditWrite(services.auditor, { ref, actionType }, () =>
          send(order, { expect, signal }),
        );
        ctx.logger.info(
          order.isExisting
            ? `Changed ${what} on ${platform.title}`
            : `Ordered ${what} on ${platform.title}`,
        );
      }

      ctx.output('entityRef', requestEntityRef(platform, ref));
      ctx.output('platform', platform.name);
      ctx.output('apiVersion', manifest.apiVersion);
      ctx.output('kind', manifest.kind);
      ctx.output('namespace', ref.namespace);
      ctx.output('name', ref.name);
      ctx.output('manifest', toYaml(manifest));
    },
  });
}

async function send(
  { platform, client, promise, manifest }: Order,
  options: ApplyOptions,
): Promise<void> {
  const { kind, metadata } = manifest;
  await explainPlatformError(() => client.apply(promise, manifest, options), {
    platform,
    toDo: `write ${kind} ${metadata.namespace}/${metadata.name}`,
  });
}
