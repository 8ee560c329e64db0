import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  kratixActionIds,
  planPromotionFile,
  promotionBranch,
  promotionFilePath,
  toRepoUrl,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { createPullRequestClient } from '@kratix-portal/backstage-plugin-kratix-node';
import type { ActionServices } from '../ActionServices';
import { readRequestFile } from '../repository/readRequestFile';
import { auditPromotion } from './auditPromotion';
import { describePromotion, titleOf } from './describePromotion';
import {
  preparePromotion,
  type Promotion,
  type PromotionContext,
} from './preparePromotion';
import { renderPromiseExamples } from './promotionExamples';
import { promotionInput, renderOutput } from './promotionSchema';

/**
 * Action `kratix:promise:render`: writes the Promise of one platform into the workspace, for a review in the
 * repository of another.
 * @internal
 */
export function createRenderPromiseAction(services: ActionServices) {
  return createTemplateAction({
    id: kratixActionIds.renderPromise,
    description:
      "Writes a Kratix Promise of one platform into the task's workspace, so that a publish action can open a pull request with it in the repository of another (kratix.platforms[].promotion.repository). The text of the pull request says what the promotion would mean for the requests there. Writes nothing to any platform.",
    examples: renderPromiseExamples,
    supportsDryRun: true,
    schema: { input: promotionInput, output: renderOutput },
    async handler(ctx) {
      // What a merge will do is done by whoever merges: asking for it is what is recorded here.
      const rendered = await auditPromotion(ctx, services, async () =>
        render(await preparePromotion(ctx, services), ctx, services),
      );
      const { promotion, repository, path, text } = rendered;
      const { to, report } = promotion;
      ctx.logger.info(
        `${titleOf(promotion)}: ${report.severity}; written to ${path}`,
      );
      ctx.output('path', path);
      ctx.output('manifest', text);
      ctx.output('commitAction', rendered.isNew ? 'create' : 'update');
      ctx.output('severity', report.severity);
      ctx.output('repoUrl', toRepoUrl(repository));
      ctx.output(
        'branch',
        promotionBranch(to.name, ctx.input.promise, ctx.task.id),
      );
      ctx.output('targetBranch', repository.branch);
      ctx.output('title', titleOf(promotion));
      ctx.output('description', describePromotion(promotion, rendered.release));
    },
  });
}

async function render(
  promotion: Promotion,
  ctx: PromotionContext & { readonly workspacePath: string },
  services: ActionServices,
) {
  const { manifest, version, releaseName } = promotion;
  const { promise } = ctx.input;
  const repository = requireRepository(promotion);
  const path = promotionFilePath(releaseName ?? promise, repository);
  const { fileUrl } = createPullRequestClient(services.rootConfig, repository);
  const before = await readRequestFile(services.urlReader, fileUrl(path), ctx);
  const plan = planPromotionFile({
    ...{ manifest, promise, version, releaseName },
    text: before,
  });
  if (!plan.ok) {
    throw new ConflictError(
      `${path} in ${repository.owner}/${repository.repo} cannot be changed: ${plan.message}`,
    );
  }
  const { text, release } = plan;
  if (before === text) {
    throw new InputError(`${path} says the same already`);
  }
  const file = resolveSafeChildPath(ctx.workspacePath, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  const isNew = before === undefined;
  return { promotion, repository, path, text, release, isNew };
}

function requireRepository({ to }: Promotion) {
  if (to.promotion?.mode !== 'pull-request') {
    throw new InputError(
      `Platform "${to.title}" takes no Promises by pull request (kratix.platforms[].promotion)`,
    );
  }
  return to.promotion.repository;
}
