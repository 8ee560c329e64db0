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
      'Moves requests of a Kratix Promise to another version through their ResourceBindings, in batches, on behalf of the person who started the task. A batch starts when every request of the previous one is ready at the version; after a failure, no further batch starts. Requests whose version is set by a compound request or from Git are left alone. A task that runs again continues with the requests that are not at the version yet.',
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
