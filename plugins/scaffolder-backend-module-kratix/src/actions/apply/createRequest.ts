import { ConflictError, isError } from '@backstage/errors';
import {
  authorAnnotations,
  type RequestManifest,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { ActionServices } from '../../ActionServices';
import { requirePermissionToOrder } from '../../authorization/requirePermission';
import { explainPlatformError } from '../../errors/explainPlatformError';
import { buildManifest, type ApplyInput } from '../../manifest/buildManifest';
import type { Target } from '../../platform/chooseTarget';
import { openSession, type PlatformSession } from '../openSession';
import type { WriteContext } from '../WriteContext';

/**
 * What an order led to.
 * @internal
 */
export interface Placed {
  readonly manifest: RequestManifest;
  readonly request: ResourceRequest;
}

/**
 * Orders something new: the platform is asked whether it would take it, then it is placed. A request of the
 * same name is left as it is, and is a conflict unless this task made it: a task that was interrupted after
 * the write runs again from its first step.
 * @internal
 */
export async function createRequest(
  target: Target,
  ctx: WriteContext & { readonly input: ApplyInput },
  services: ActionServices,
): Promise<Placed> {
  const { platform, ref } = target;
  const { logger, signal } = ctx;
  await requirePermissionToOrder(
    services.permissions,
    await ctx.getInitiatorCredentials(),
    { ref, toDo: `order from ${ref.promise}` },
  );
  const session = await openSession(target, ctx, services);
  const { actor, client, promise } = session;
  const manifest = buildManifest(promise, ctx.input, {
    requestedBy: actor.type === 'user' ? actor.userEntityRef : undefined,
    task: ctx.task.id,
  });
  const what = `${manifest.kind} ${ref.namespace}/${ref.name}`;
  if (promise.availability === 'unavailable') {
    logger.warn(
      `${ref.promise} cannot take requests now; the request will wait until it can`,
    );
  }

  const send = (dryRun: boolean) =>
    explainPlatformError(
      () => client.create(promise, manifest, { dryRun, signal }),
      { platform, toDo: `order ${what}` },
    );
  try {
    const trial = await send(true);
    logger.info(`${platform.title} accepts ${what}; nothing written yet`);
    if (ctx.isDryRun) {
      return { manifest, request: trial };
    }
    signal?.throwIfAborted();
    const request = await send(false);
    logger.info(`Ordered ${what} on ${platform.title}`);
    return { manifest, request };
  } catch (error) {
    const request = await findOwn(error, manifest, { target, session });
    logger.info(`${what} was ordered by this task already`);
    return { manifest, request };
  }
}

/** What this very task made in an earlier run; throws the error when it is anything else. */
async function findOwn(
  error: unknown,
  manifest: RequestManifest,
  { target, session }: { target: Target; session: PlatformSession },
): Promise<ResourceRequest> {
  if (!isError(error) || error.name !== 'ConflictError') {
    throw error;
  }
  const { ref } = target;
  // Who may order need not be allowed to look; the name is taken either way.
  const existing = await session.client.get(ref).catch(() => undefined);
  if (existing?.deletedAt) {
    throw new ConflictError(
      `${ref.namespace}/${ref.name} is being removed; take another name, or wait until it is gone`,
    );
  }
  const isOwn =
    existing &&
    [authorAnnotations.task, authorAnnotations.requestedBy].every(
      key => existing.annotations[key] === manifest.metadata.annotations?.[key],
    );
  if (!isOwn) {
    throw error;
  }
  return existing;
}
