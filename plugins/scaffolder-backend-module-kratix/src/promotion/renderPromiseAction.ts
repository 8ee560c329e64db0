import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  kratixActionIds,
  promotionBranch,
  promotionFilePath,
  toImpactMarkdown,
  toManifestText,
  toRepoUrl,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { createPullRequestClient } from '@kratix-portal/backstage-plugin-kratix-node';
import type { ActionServices } from '../ActionServices';
import { readRequestFile } from '../repository/readRequestFile';
import { auditPromotion } from './auditPromotion';
import { preparePromotion, type Promotion } from './preparePromotion';
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
      "Writes a Kratix Promise as one platform has it into the task's workspace, for a publish action to open a pull request with in the repository of another (kratix.platforms[].promotion.repository). What that would mean for the requests there is the text of the pull request. Writes nothing to a platform.",
    examples: renderPromiseExamples,
    supportsDryRun: true,
    schema: { input: promotionInput, output: renderOutput },
    async handler(ctx) {
      const promotion = await auditPromotion(ctx, services, () =>
        preparePromotion(ctx, services),
      );
      const repository = requireRepository(promotion);
      const path = promotionFilePath(ctx.input.promise, repository);
      const text = toManifestText(promotion.manifest);
      const file = resolveSafeChildPath(ctx.workspacePath, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
      const { fileUrl } = createPullRequestClient(
        services.rootConfig,
        repository,
      );
      const before = await readRequestFile(
        services.urlReader,
        fileUrl(path),
        ctx,
      );
      if (before === text) {
        throw new InputError(`${path} says the same already`);
      }
      const { to, report } = promotion;
      ctx.output('path', path);
      ctx.output('manifest', text);
      ctx.output('commitAction', before === undefined ? 'create' : 'update');
      ctx.output('severity', report.severity);
      ctx.output('repoUrl', toRepoUrl(repository));
      ctx.output(
        'branch',
        promotionBranch(to.name, ctx.input.promise, ctx.task.id),
      );
      ctx.output('targetBranch', repository.branch);
      ctx.output('title', titleOf(promotion));
      ctx.output('description', describe(promotion));
    },
  });
}

function requireRepository({ to }: Promotion) {
  if (to.promotion?.mode !== 'pull-request') {
    throw new InputError(
      `Platform "${to.title}" takes no Promises by pull request (kratix.platforms[].promotion)`,
    );
  }
  return to.promotion.repository;
}

function titleOf({ to, report }: Promotion): string {
  return `Promote ${report.promise}${
    report.after ? ` ${report.after}` : ''
  } to ${to.title}`;
}

function describe({ from, report, requestedBy }: Promotion): string {
  return [
    toImpactMarkdown(report),
    requestedBy
      ? `As on ${from.name}. Asked for by \`${requestedBy}\` in Kratix Portal.`
      : `As on ${from.name}. Asked for in Kratix Portal.`,
  ].join('\n\n');
}
