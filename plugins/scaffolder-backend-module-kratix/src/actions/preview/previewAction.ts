import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { kratixActionIds } from '@kratix-portal/backstage-plugin-kratix-common';
import type { ActionServices } from '../../ActionServices';
import { previewExamples } from './previewExamples';
import { previewChange } from './previewChange';
import { requestInput } from '../requestInput';
import { applyInput } from '../apply/applySchema';

/**
 * Action `kratix:resource:preview`: tells what a change of a request would deliver, without changing it.
 * @internal
 */
export function createPreviewAction(services: ActionServices) {
  return createTemplateAction({
    id: kratixActionIds.preview,
    description:
      "Tells what a change of a Kratix resource request would deliver, through Kratix's DryRun: the pipelines really run, and nothing is delivered. Fails where the platform would not take the change, or has no Destination for previews.",
    examples: previewExamples,
    supportsDryRun: true,
    schema: {
      input: {
        ...requestInput,
        spec: applyInput.spec,
        timeoutMinutes: z =>
          z
            .number()
            .positive()
            .max(60)
            .optional()
            .describe(
              `How long to wait for the pipelines; ${DEFAULT_MINUTES} when left out`,
            ),
      },
      output: {
        changed: z =>
          z.number().describe('How many files would be other than they are'),
        isComplete: z =>
          z.boolean().describe('False when Kratix could not tell all of it'),
        files: z =>
          z
            .array(z.object({ path: z.string(), change: z.string() }))
            .describe('The files, at most 200 of them'),
      },
    },
    async handler(ctx) {
      const result = await previewChange(
        { ...ctx, timeoutMinutes: ctx.input.timeoutMinutes ?? DEFAULT_MINUTES },
        services,
      );
      ctx.output('changed', result.changed);
      ctx.output('isComplete', result.isComplete);
      ctx.output('files', result.files);
    },
  });
}

const DEFAULT_MINUTES = 10;
