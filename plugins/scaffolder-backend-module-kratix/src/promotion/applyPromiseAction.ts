import { ConflictError, NotAllowedError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  kratixActionIds,
  toImpactMarkdown,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { ActionServices } from '../ActionServices';
import { explainPlatformError } from '../errors/explainPlatformError';
import { auditPromotion } from './auditPromotion';
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
      'Puts a Kratix Promise as one platform has it on another that allows it (kratix.platforms[].promotion.mode: apply), in the name of the person who started the task. Fields that somebody else manages there are not taken over.',
    examples: applyPromiseExamples,
    supportsDryRun: true,
    schema: { input: promotionInput, output: applyOutput },
    async handler(ctx) {
      const report = await auditPromotion(ctx, services, () =>
        promote(ctx, services),
      );
      ctx.output('severity', report.severity);
      ctx.output('report', toImpactMarkdown(report));
    },
  });
}

async function promote(ctx: PromotionContext, services: ActionServices) {
  const { logger, signal, input } = ctx;
  const { to, manifest, operations, releaseName, report } =
    await preparePromotion(ctx, services);
  if (to.promotion?.mode !== 'apply') {
    throw new NotAllowedError(
      `Platform "${to.title}" takes no Promises at once (kratix.platforms[].promotion.mode)`,
    );
  }
  if (releaseName) {
    throw new ConflictError(
      `${input.promise} on ${to.title} is kept by the PromiseRelease ${releaseName}, which would put it back: change its version there`,
    );
  }
  logger.info(toImpactMarkdown(report));
  const apply = (dryRun: boolean) =>
    explainPlatformError(() => operations.apply(manifest, { dryRun, signal }), {
      platform: to,
      toDo: `change the Promise ${input.promise}`,
    });
  await apply(true);
  logger.info(`${to.title} accepts ${input.promise}; nothing written yet`);
  if (!ctx.isDryRun) {
    signal?.throwIfAborted();
    await apply(false);
    logger.info(`Promoted ${input.promise} to ${to.title}`);
  }
  return report;
}
