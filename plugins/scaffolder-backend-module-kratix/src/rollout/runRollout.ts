import {
  subjectName,
  toEnglish,
  type RolloutSubject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { ActionServices } from '../ActionServices';
import { moveBatch, type BatchResult, type MoveOrder } from './moveBatch';
import type { Rollout, RolloutContext } from './prepareRollout';
import type { RolloutResult } from './rolloutSchema';

/**
 * Moves batch after batch, and stops after the first in which one failed.
 * @internal
 */
export async function runRollout(
  rollout: Rollout,
  ctx: RolloutContext,
  services: ActionServices,
): Promise<RolloutResult> {
  const { plan, target } = rollout;
  const { logger } = ctx;
  const result = toEmptyResult(rollout);
  logPlan(rollout, result, ctx);
  if (ctx.isDryRun) {
    result.notStarted.push(...plan.batches.flat().map(subjectName));
    return result;
  }
  const told: RolloutSubject[] = [];
  for (const [index, batch] of plan.batches.entries()) {
    ctx.signal?.throwIfAborted();
    const rest = plan.batches.slice(index + 1).flat();
    logger.info(`Batch ${index + 1} of ${plan.batches.length}`);
    const moved = await moveBatch(
      rollout,
      batch.map(subject => ({ subject, ...target })),
      ctx,
      services,
    );
    told.push(...moved.told);
    result.moved.push(...moved.moved);
    result.failed.push(...moved.failed);
    result.notStarted.push(...moved.notStarted);
    if (moved.failed.length > 0) {
      result.notStarted.push(...rest.map(subjectName));
      await rollBack({ rollout, batch: moved, told, result }, ctx, services);
      break;
    }
  }
  return result;
}

async function rollBack(
  {
    rollout,
    batch,
    told,
    result,
  }: {
    readonly rollout: Rollout;
    readonly batch: BatchResult;
    readonly told: readonly RolloutSubject[];
    readonly result: RolloutResult;
  },
  ctx: RolloutContext,
  services: ActionServices,
): Promise<void> {
  const { onFailure = 'stop' } = ctx.input;
  const back = onFailure === 'rollBackAll' ? told : batch.told;
  if (onFailure === 'stop' || back.length === 0) {
    return;
  }
  ctx.logger.info(`Rolling back: ${back.map(subjectName).join(', ')}`);
  const done = await moveBatch(rollout, back.map(toWayBack), ctx, services);
  result.rolledBack.push(...done.moved);
  const isBack = new Set(back.map(subjectName));
  result.moved.splice(
    0,
    result.moved.length,
    ...result.moved.filter(name => !isBack.has(name)),
  );
  result.failed.push(
    ...done.failed.map(({ request, reason }) => ({
      request,
      reason: `could not be rolled back: ${reason}`,
    })),
    ...done.notStarted.map(request => ({
      request,
      reason: 'was not rolled back',
    })),
  );
}

/** Back to the version its binding followed and the revision it last ran. */
function toWayBack(subject: RolloutSubject): MoveOrder {
  const { request, binding } = subject;
  const ran = request.status.promiseVersion ?? '';
  return { subject, version: binding?.version ?? ran, resolved: ran };
}

function toEmptyResult({ target, plan, denied }: Rollout): RolloutResult {
  return {
    version: target.version,
    moved: [],
    failed: [],
    skipped: [
      ...plan.excluded.map(({ subject, code, why }) => ({
        request: subjectName(subject),
        code,
        reason: toEnglish(why),
      })),
      ...denied.map(request => ({
        request,
        code: 'notAllowed',
        reason: 'You may not choose its version (kratix.request.set-version).',
      })),
    ],
    rolledBack: [],
    notStarted: [],
  };
}

function logPlan(
  { platform, promise, target, plan }: Rollout,
  { skipped }: RolloutResult,
  { logger, isDryRun }: RolloutContext,
): void {
  const count = plan.batches.flat().length;
  const { version, resolved } = target;
  logger.info(
    `${isDryRun ? 'Would move' : 'Moving'} ${count} requests of ${promise} on ${
      platform.title
    } to ${
      version === resolved ? version : `${version} (now ${resolved})`
    } in ${plan.batches.length} batches`,
  );
  skipped.forEach(({ request, reason }) =>
    logger.info(`Left alone: ${request}. ${reason}`),
  );
}
