import { NotAllowedError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { kratixActionIds } from '@kratix-portal/backstage-plugin-kratix-common';
import type { ActionServices } from '../ActionServices';
import { explainPlatformError } from '../errors/explainPlatformError';
import { auditPromotion } from './auditPromotion';
import { describePromotion, titleOf } from './describePromotion';
import { planWrite } from './planWrite';
import { preparePromotion, type PromotionContext } from './preparePromotion';
import { applyPromiseExamples } from './promotionExamples';
import { applyOutput, promotionInput } from './promotionSchema';

/**
 * Action `kratix:promise:apply`: puts the Promise of one platform on another at once.
 * @internal
 */
export function createApplyPromiseAction(services: ActionServices) {
  return createTemplateAction({
    id: kratixActionIds.applyPromise,
    description:
      'Copies a Kratix Promise from one platform to another that allows it (kratix.platforms[].promotion.mode: apply), on behalf of the person who started the task. If a PromiseRelease manages the Promise there, the version of the PromiseRelease is changed instead. Fields that somebody else manages are not taken over.',
    examples: applyPromiseExamples,
    supportsDryRun: true,
    schema: { input: promotionInput, output: applyOutput },
    async handler(ctx) {
      const { promotion, release } = await auditPromotion(ctx, services, () =>
        promote(ctx, services),
      );
      ctx.output('severity', promotion.report.severity);
      ctx.output('report', describePromotion(promotion, release));
    },
  });
}

async function promote(ctx: PromotionContext, services: ActionServices) {
  const { logger, signal, input } = ctx;
  const promotion = await preparePromotion(ctx, services);
  const { to } = promotion;
  if (to.promotion?.mode !== 'apply') {
    throw new NotAllowedError(
      `Platform "${to.title}" takes no Promises at once (kratix.platforms[].promotion.mode)`,
    );
  }
  const write = await planWrite(promotion, { promise: input.promise, signal });
  logger.info(`${titleOf(promotion)}: ${promotion.report.severity}`);
  const apply = (dryRun: boolean) =>
    explainPlatformError(() => write.apply(dryRun), {
      platform: to,
      toDo: `change the ${write.subject}`,
    });
  await apply(true);
  logger.info(`${to.title} accepts the ${write.subject}; nothing written yet`);
  if (!ctx.isDryRun) {
    signal?.throwIfAborted();
    await apply(false);
    logger.info(`Promoted ${input.promise} to ${to.title}`);
  }
  return { promotion, release: write.release };
}
