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
      "Shows what a change to a Kratix resource request would deliver, using Kratix's DryRun. The pipelines really run, but nothing is delivered. Fails if the platform would refuse the change or has no Destination for previews.",
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
              `How many minutes to wait for the pipelines; ${DEFAULT_MINUTES} by default`,
            ),
      },
      output: {
        changed: z =>
          z
            .number()
            .describe(
              'Number of files that would be added, changed or removed',
            ),
        isComplete: z =>
          z.boolean().describe('False if Kratix could not preview everything'),
        files: z =>
          z
            .array(z.object({ path: z.string(), change: z.string() }))
            .describe('The files that would differ, at most 200'),
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
