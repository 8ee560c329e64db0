// Step 5 of 7 of the tour in ARCHITECTURE.md.
// Before: plugins/catalog-backend-module-kratix/src/plan/planMutation.ts
// Next: plugins/kratix-common/src/model/derivePhase.ts
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { kratixActionIds } from '@kratix-portal/backstage-plugin-kratix-common';
import type { ActionServices } from '../ActionServices';
import { applyExamples } from './applyExamples';
import { placeOrder } from './placeOrder';
import { requestInput } from './requestInput';

/**
 * Action `kratix:resource:apply`: orders from a Promise, or changes what was ordered, in the name of the
 * person who started the task.
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
        ...requestInput,
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
      const output = await placeOrder(ctx, services);
      ctx.output('entityRef', output.entityRef);
      ctx.output('platform', output.platform);
      ctx.output('apiVersion', output.apiVersion);
      ctx.output('kind', output.kind);
      ctx.output('namespace', output.namespace);
      ctx.output('name', output.name);
      ctx.output('manifest', output.manifest);
    },
  });
}
