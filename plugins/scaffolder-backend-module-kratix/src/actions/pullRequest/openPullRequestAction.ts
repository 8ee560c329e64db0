import { readFile } from 'node:fs/promises';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  explainManualRemoval,
  isPromotion,
  kratixActionIds,
  readReviewBranch,
  toEnglish,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { createPullRequestClient } from '@kratix-portal/backstage-plugin-kratix-node';
import type { z as zod } from 'zod/v3';
import type { ActionServices } from '../../ActionServices';
import { choosePlatform } from '../../platform/choosePlatform';
import { openPullRequestExamples } from './openPullRequestExamples';

/** The zod that the scaffolder hands to a schema. */
type Zod = typeof zod;

/**
 * Action `kratix:pull-request:open`: opens the review of one file in the repository of a platform, where
 * Backstage has no action of its own that could.
 * @internal
 */
export function createOpenPullRequestAction(services: ActionServices) {
  return createTemplateAction({
    id: kratixActionIds.openPullRequest,
    description:
      "Opens a pull request that writes or removes one file in the repository of a platform (kratix.platforms[].delivery.repository): what kratix:resource:render wrote. For Gitea, Azure DevOps and removals on Bitbucket Cloud; elsewhere Backstage's own publish actions do it. A task that runs again opens no second one.",
    examples: openPullRequestExamples,
    supportsDryRun: true,
    schema: { input, output },
    async handler(ctx) {
      const { change, path, branch, title, description } = ctx.input;
      const platform = choosePlatform(services.kratix, ctx.input.platform);
      const review = readReviewBranch(branch);
      if (review === undefined) {
        throw new InputError(
          `"${branch}" is no branch of ${kratixActionIds.render}`,
        );
      }
      const isPromise = isPromotion(review);
      const way = isPromise ? platform.promotion : platform.delivery;
      if (way?.mode !== 'pull-request') {
        throw new InputError(
          `Platform "${
            platform.title
          }" takes no pull requests (kratix.platforms[].${
            isPromise ? 'promotion' : 'delivery'
          }.mode)`,
        );
      }
      const byHand =
        change === 'remove' && explainManualRemoval(way.repository, path);
      if (byHand) {
        throw new InputError(toEnglish(byHand));
      }
      const client = createPullRequestClient(
        services.rootConfig,
        way.repository,
      );
      const file = resolveSafeChildPath(ctx.workspacePath, path);
      const content =
        change === 'write' ? await readFile(file, 'utf8') : undefined;
      if (ctx.isDryRun) {
        ctx.logger.info(`Would open the pull request "${title}" (dry run)`);
        ctx.output('url', client.fileUrl(path));
        return;
      }
      const { url, number } = await client.open(
        { path, branch, title, description, content },
        { signal: ctx.signal },
      );
      ctx.logger.info(`"${title}" waits for review: ${url}`);
      ctx.output('url', url);
      ctx.output('number', number);
    },
  });
}

const input = {
  platform: (z: Zod) =>
    z
      .string()
      .optional()
      .describe('Name of the platform; needed where several are configured'),
  change: (z: Zod) =>
    z
      .enum(['write', 'remove'])
      .describe('Whether the file is written or removed'),
  path: (z: Zod) =>
    z.string().min(1).describe('The file, as kratix:resource:render says'),
  branch: (z: Zod) =>
    z
      .string()
      .min(1)
      .describe('The branch to make, as kratix:resource:render says'),
  title: (z: Zod) => z.string().min(1),
  description: (z: Zod) => z.string(),
};

const output = {
  url: (z: Zod) => z.string().describe('Link to the pull request'),
  number: (z: Zod) => z.number().optional().describe('As the forge counts'),
};
