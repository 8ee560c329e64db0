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
      'Waits until a Kratix resource request is ready, and logs its progress and the output of its pipelines. Fails if the request fails or the time is up. If the request needs a person, the action ends without failing, unless whenSuspended says otherwise.',
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
              'Wait only for this object, not for another of the same name. An output of kratix:resource:apply',
            ),
        generation: z =>
          z
            .number()
            .optional()
            .describe(
              'Ignore status older than this generation. Needed after a change; otherwise the old status may be taken for the result. An output of kratix:resource:apply',
            ),
        whenSuspended: z =>
          z
            .enum(['end', 'wait', 'fail'])
            .optional()
            .describe(
              'What to do when somebody has to approve or resume the request first. end (default): stop waiting, without failing. wait: keep waiting. fail: fail the task',
            ),
        timeoutMinutes: z =>
          z
            .number()
            .positive()
            .max(MOST_MINUTES)
            .optional()
            .describe(
              `How many minutes to wait; ${DEFAULT_MINUTES} by default`,
            ),
      },
      output: {
        phase: z =>
          z.string().describe('Phase of the request when the wait ended'),
        isReady: z => z.boolean().describe('Whether the request is ready'),
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
