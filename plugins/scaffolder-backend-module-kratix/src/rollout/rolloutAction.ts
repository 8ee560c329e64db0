import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { kratixActionIds } from '@kratix-portal/backstage-plugin-kratix-common';
import type { ActionServices } from '../ActionServices';
import { describeFailure } from './describeFailure';
import { prepareRollout } from './prepareRollout';
import { rolloutExamples } from './rolloutExamples';
import { rolloutInput, rolloutOutput } from './rolloutSchema';
import { runRollout } from './runRollout';

/**
 * Action `kratix:promise:rollout`: moves requests of a Promise to another version in batches, in the name of
 * the person who started the task.
 * @internal
 */
export function createRolloutAction(services: ActionServices) {
  return createTemplateAction({
    id: kratixActionIds.rollout,
    description:
      'Moves requests of a Kratix Promise to another version through their ResourceBindings, in batches and in the name of the person who started the task. The next batch begins when every request of the one before is ready at the version; after a failure none does. What a compound request or Git decides is left alone. A task that runs again goes on with those that are not there yet.',
    examples: rolloutExamples,
    supportsDryRun: true,
    schema: { input: rolloutInput, output: rolloutOutput },
    async handler(ctx) {
      const rollout = await prepareRollout(ctx, services);
      const result = await runRollout(rollout, ctx, services);
      ctx.output('version', result.version);
      ctx.output('moved', result.moved);
      ctx.output('failed', result.failed);
      ctx.output('skipped', result.skipped);
      ctx.output('rolledBack', result.rolledBack);
      ctx.output('notStarted', result.notStarted);
      if (result.failed.length > 0) {
        throw new Error(describeFailure(result));
      }
    },
  });
}
