import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { kratixActionIds } from '@kratix-portal/backstage-plugin-kratix-common';
import type { ActionServices } from '../../ActionServices';
import { judgePhase } from '../../progress/judgePhase';
import { requestInput } from '../requestInput';
import { waitExamples } from './waitExamples';
import { waitForRequest } from './waitForRequest';

/**
 * Action `kratix:resource:wait`: tells in the task's log how a request gets on, until it is ready, has
 * failed, or waits for a person.
 * @internal
 */
export function createWaitAction(services: ActionServices) {
  return createTemplateAction({
    id: kratixActionIds.wait,
    description:
      'Waits until a Kratix resource request is ready, and tells its progress and what its pipelines print meanwhile. Fails when the request fails or the time is up; ends without failing when it waits for a person, unless told otherwise.',
    examples: waitExamples,
    supportsDryRun: true,
    schema: {
      input: {
        ...requestInput,
        uid: z =>
          z
            .string()
            .optional()
            .describe(
              'Output of kratix:resource:apply: no other object of this name is meant',
            ),
        generation: z =>
          z
            .number()
            .optional()
            .describe(
              'Output of kratix:resource:apply: no earlier state of it counts. Needed after a change, which the state of before may answer for otherwise',
            ),
        whenSuspended: z =>
          z
            .enum(['end', 'wait', 'fail'])
            .optional()
            .describe(
              'When somebody has to approve or resume it first: end (when left out) ends the task well, wait goes on waiting, fail fails it',
            ),
        timeoutMinutes: z =>
          z
            .number()
            .positive()
            .max(MOST_MINUTES)
            .optional()
            .describe(`How long to wait; ${DEFAULT_MINUTES} when left out`),
      },
      output: {
        phase: z => z.string().describe('The phase that ended the waiting'),
        isReady: z => z.boolean(),
      },
    },
    async handler(ctx) {
      const phase = await waitForRequest(
        { ...ctx, timeoutMinutes: ctx.input.timeoutMinutes ?? DEFAULT_MINUTES },
        services,
      );
      ctx.output('phase', phase);
      ctx.output('isReady', judgePhase(phase) === 'ready');
    },
  });
}

const DEFAULT_MINUTES = 15;
const MOST_MINUTES = 24 * 60;
