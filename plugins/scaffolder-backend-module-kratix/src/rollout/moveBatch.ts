import { isError } from '@backstage/errors';
import {
  findCondition,
  listSubjects,
  subjectName,
  type Condition,
  type Move,
  type PlatformSnapshot,
  type RolloutSubject,
  type RolloutTarget,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { ActionServices } from '../ActionServices';
import { auditWrite } from '../audit/auditWrite';
import { explainPlatformError } from '../errors/explainPlatformError';
import { followMoves } from './followMoves';
import type { Rollout, RolloutContext } from './prepareRollout';

/**
 * One request, and where it is to go.
 * @internal
 */
export interface MoveOrder extends RolloutTarget {
  readonly subject: RolloutSubject;
}

/** @internal */
export interface BatchResult {
  readonly moved: string[];
  readonly failed: { request: string; reason: string }[];
  /** What the platform was told of, whatever came of it. */
  readonly told: RolloutSubject[];
  readonly notStarted: string[];
}

/**
 * Tells every request of a batch to move, then waits until each is there or has failed, so that nobody is
 * left on the way unseen. What cannot be told stops the telling.
 * @internal
 */
export async function moveBatch(
  rollout: Rollout,
  orders: readonly MoveOrder[],
  ctx: RolloutContext,
  services: ActionServices,
): Promise<BatchResult> {
  const result: BatchResult = {
    moved: [],
    failed: [],
    told: [],
    notStarted: [],
  };
  const moves = new Map<string, Move>();
  for (const order of orders) {
    const name = subjectName(order.subject);
    if (result.failed.length > 0) {
      result.notStarted.push(name);
      continue;
    }
    const outcome = await setVersionOf(rollout, order, ctx, services);
    if (outcome.ok) {
      result.told.push(order.subject);
      moves.set(name, outcome.move);
    } else {
      ctx.logger.error(`${name}: ${outcome.reason}`);
      result.failed.push({ request: name, reason: outcome.reason });
    }
  }
  const ends = await followMoves(rollout, moves, ctx, services);
  ends.forEach((reason, name) => {
    if (reason === undefined) {
      result.moved.push(name);
    } else {
      result.failed.push({ request: name, reason });
    }
  });
  return result;
}

async function setVersionOf(
  rollout: Rollout,
  { subject, version, resolved }: MoveOrder,
  ctx: RolloutContext,
  { auditor, kratix }: ActionServices,
): Promise<{ ok: true; move: Move } | { ok: false; reason: string }> {
  const { platform, promise, operations } = rollout;
  const { request } = subject;
  const { namespace, name, uid } = request;
  const ref = { platform: platform.name, promise, namespace, name };
  ctx.signal?.throwIfAborted();
  const upgradeBefore = findUpgrade(kratix.snapshot(platform.name), subject);
  try {
    await auditWrite(auditor, { ref, actionType: 'update', ctx }, () =>
      explainPlatformError(
        () =>
          operations.setVersion(
            { promise, namespace, name },
            {
              uid,
              version,
              note: `Rollout (task ${ctx.task.id})`,
              signal: ctx.signal,
            },
          ),
        { platform, toDo: `choose the version of ${namespace}/${name}` },
      ),
    );
  } catch (error) {
    if (ctx.signal?.aborted || !isError(error)) {
      throw error;
    }
    return { ok: false, reason: error.message };
  }
  ctx.logger.info(`${namespace}/${name} follows ${version} now`);
  return { ok: true, move: { uid, version, resolved, upgradeBefore } };
}

/** Taken just before the write, so that an older failure is not taken for this one's. */
function findUpgrade(
  snapshot: PlatformSnapshot,
  subject: RolloutSubject,
): Condition | undefined {
  const { uid, promiseName } = subject.request;
  const now = listSubjects(snapshot, promiseName)?.subjects.find(
    ({ request }) => request.uid === uid,
  );
  return findCondition(now?.binding?.conditions ?? [], 'UpgradeSucceeded');
}
