import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { kratixActionIds } from '@kratix-portal/backstage-plugin-kratix-common';
import type { ActionServices } from '../../ActionServices';
import { entityRefOf } from '../../platform/entityRefOf';
import { renderExamples } from './renderExamples';
import { renderRequest } from './renderRequest';
import { renderInput, renderOutput } from './renderSchema';

/**
 * Action `kratix:resource:render`: writes the manifest of a request into the workspace, for a review.
 * @internal
 */
export function createRenderAction(services: ActionServices) {
  return createTemplateAction({
    id: kratixActionIds.render,
    description:
      "Writes the manifest of a Kratix resource request into the task's workspace, so that a publish action can open a pull request with it. The platform checks it first. Whatever else the file in the repository holds is kept. Writes nothing to the platform.",
    examples: renderExamples,
    supportsDryRun: true,
    schema: { input: renderInput, output: renderOutput },
    async handler(ctx) {
      const rendered = await renderRequest(ctx, services);
      const { path, plan, review } = rendered;
      const file = resolveSafeChildPath(ctx.workspacePath, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, plan.text);

      ctx.output('entityRef', entityRefOf(services.kratix, rendered));
      ctx.output('path', path);
      ctx.output('manifest', plan.text);
      ctx.output('commitAction', rendered.commitAction);
      ctx.output('repoUrl', review?.repoUrl);
      ctx.output('branch', review?.branch);
      ctx.output('targetBranch', review?.targetBranch);
      ctx.output('title', review?.title);
      ctx.output('description', review?.description);
    },
  });
}
