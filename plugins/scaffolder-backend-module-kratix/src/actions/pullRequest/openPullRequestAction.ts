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
      'Opens a pull request that writes or removes one file in the repository of a platform, as prepared by kratix:resource:render (kratix.platforms[].delivery.repository) or kratix:promise:render (kratix.platforms[].promotion.repository). Use it for Gitea, Azure DevOps, and removals on Bitbucket Cloud; Backstage has publish actions for the others. A task that runs again does not open a second pull request.',
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
      .describe(
        'Name of the platform. Required when several are configured (kratix.platforms)',
      ),
  change: (z: Zod) =>
    z.enum(['write', 'remove']).describe('Whether to write or remove the file'),
  path: (z: Zod) =>
    z
      .string()
      .min(1)
      .describe('Path of the file. An output of kratix:resource:render'),
  branch: (z: Zod) =>
    z
      .string()
      .min(1)
      .describe('Branch to create. An output of kratix:resource:render'),
  title: (z: Zod) => z.string().min(1).describe('Title of the pull request'),
  description: (z: Zod) => z.string().describe('Text of the pull request'),
};

const output = {
  url: (z: Zod) => z.string().describe('Link to the pull request'),
  number: (z: Zod) =>
    z
      .number()
      .optional()
      .describe('Number of the pull request; absent in a dry run'),
};
