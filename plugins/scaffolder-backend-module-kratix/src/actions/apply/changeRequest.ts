import { ConflictError } from '@backstage/errors';
import {
  authorAnnotations,
  kratixRequestUpdatePermission,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { ActionServices } from '../../ActionServices';
import { requirePermissionOnRequest } from '../../authorization/requirePermission';
import { explainPlatformError } from '../../errors/explainPlatformError';
import { buildManifest, type ApplyInput } from '../../manifest/buildManifest';
import type { Target } from '../../platform/chooseTarget';
import type { Placed } from './createRequest';
import { openSession } from '../openSession';
import type { WriteContext } from '../WriteContext';

/**
 * Changes what is there: the platform is asked whether it would take it, then it is written, if nobody asked
 * anything else of it meanwhile. Whose request may be changed is the update permission's affair alone.
 * @internal
 */
export async function changeRequest(
  target: Target,
  ctx: WriteContext & { readonly input: ApplyInput },
  services: ActionServices,
): Promise<Placed> {
  const { platform, ref } = target;
  const { logger, signal } = ctx;
  const toDo = `change ${ref.promise} ${ref.namespace}/${ref.name}`;
  await requirePermissionOnRequest(
    services.permissions,
    await ctx.getInitiatorCredentials(),
    { permission: kratixRequestUpdatePermission, ref, toDo },
  );
  const { client, promise } = await openSession(target, ctx, services);
  const explain = <T>(ask: () => Promise<T>) =>
    explainPlatformError(ask, { platform, toDo });
  const existing = await explain(() => client.get(ref));
  if (existing.deletedAt) {
    throw new ConflictError(
      `Cannot ${toDo}: it is being removed since ${existing.deletedAt}`,
    );
  }

  // Keep the original requester: a change must not shift ownership.
  const { annotations } = existing;
  const manifest = buildManifest(promise, ctx.input, {
    owner: annotations[authorAnnotations.owner],
    requestedBy: annotations[authorAnnotations.requestedBy],
    task: annotations[authorAnnotations.task],
    previous: existing.spec,
  });
  const send = (dryRun: boolean) =>
    explain(() =>
      client.change(promise, manifest, { existing, dryRun, signal }),
    );
  const what = `${manifest.kind} ${ref.namespace}/${ref.name}`;
  const trial = await send(true);
  logger.info(`${platform.title} accepts ${what}; nothing written yet`);
  if (ctx.isDryRun) {
    return { manifest, request: trial };
  }
  signal?.throwIfAborted();
  const request = await send(false);
  logger.info(`Changed ${what} on ${platform.title}`);
  return { manifest, request };
}
