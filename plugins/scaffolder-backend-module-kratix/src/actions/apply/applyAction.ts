// Step 5 of 7 of the tour in ARCHITECTURE.md.
// Before: plugins/catalog-backend-module-kratix/src/plan/mutation/planMutation.ts
// Next: plugins/kratix-common/src/model/phase/derivePhase.ts
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { kratixActionIds } from '@kratix-portal/backstage-plugin-kratix-common';
import type { ActionServices } from '../../ActionServices';
import { applyExamples } from './applyExamples';
import { applyInput, applyOutput } from './applySchema';
import { awaitEntity } from './awaitEntity';
import { placeOrder } from './placeOrder';

/**
 * Action `kratix:resource:apply`: orders from a Promise, or changes what was ordered, in the name of the
 * person who started the task.
 * @internal
 */
export function createApplyAction(services: ActionServices) {
  return createTemplateAction({
    id: kratixActionIds.apply,
    description:
      'Orders from a Kratix Promise: writes a resource request to the platform, on behalf of the person who started the task. With mode "change", it changes an existing request instead. A task that runs again changes nothing.',
    examples: applyExamples,
    supportsDryRun: true,
    schema: { input: applyInput, output: applyOutput },
    async handler(ctx) {
      const output = await placeOrder(ctx, services);
      if (!ctx.isDryRun) {
        await awaitEntity(output.entityRef, ctx, services);
      }
      ctx.output('entityRef', output.entityRef);
      ctx.output('platform', output.platform);
      ctx.output('apiVersion', output.apiVersion);
      ctx.output('kind', output.kind);
      ctx.output('namespace', output.namespace);
      ctx.output('name', output.name);
      ctx.output('uid', output.uid);
      ctx.output('generation', output.generation);
      ctx.output('manifest', output.manifest);
    },
  });
}
