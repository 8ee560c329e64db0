import { InputError, NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import {
  buildImpactReport,
  findStoredVersions,
  kratixPromisePromotePermission,
  kratixPromiseReadPermission,
  parsePromise,
  toPortableManifest,
  type ImpactReport,
  type KratixPromise,
  type Platform,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { PromiseOperations } from '@kratix-portal/backstage-plugin-kratix-node';
import type { ActionServices } from '../ActionServices';
import type { WriteContext } from '../actions/WriteContext';
import { resolveActor } from '../actor/resolveActor';
import { judgeReadableRequests } from './judgeReadableRequests';
import type { PromotionInput } from './promotionSchema';

/** @internal */
export interface PromotionContext extends WriteContext {
  readonly input: PromotionInput;
}

/**
 * A Promise as it is to be on another platform, and what that means there.
 * @internal
 */
export interface Promotion {
  readonly from: Platform;
  readonly to: Platform;
  readonly manifest: JsonObject;
  /** Its version, where it has one. */
  readonly version?: string;
  /** PromiseRelease managing this Promise on the target; it would revert a direct change. */
  readonly releaseName?: string;
  readonly report: ImpactReport;
  readonly operations: PromiseOperations;
  readonly requestedBy?: string;
}

/**
 * Asks Backstage's permissions first, then both platforms.
 * @internal
 */
export async function preparePromotion(
  ctx: PromotionContext,
  services: ActionServices,
): Promise<Promotion> {
  const { input } = ctx;
  await requirePermissions(ctx, services);
  const { kratix } = services;
  const from = kratix.platform(input.from);
  const to = kratix.platform(input.platform);
  if (from.name === to.name) {
    throw new InputError('A Promise is promoted to another platform');
  }
  const actor = await resolveActor(await ctx.getInitiatorCredentials(), to, {
    ...services,
    secrets: ctx.secrets,
  });
  const manifest = toPortableManifest(
    await kratix
      .promiseOperations(from.name, { type: 'portal' })
      .getManifest(input.promise, { signal: ctx.signal }),
  );
  const before = await findPromise(to, input.promise, services);
  const after = parseManifest(manifest);
  const requests = await judgeReadableRequests(
    { before, after, platform: to },
    ctx,
    services,
  );
  return {
    from,
    to,
    manifest,
    ...(after.version !== undefined && { version: after.version }),
    ...(before?.releaseName && { releaseName: before.releaseName }),
    report: buildImpactReport(
      { before, after },
      {
        requests,
        storedVersions: findStoredVersions(kratix.snapshot(to.name), after),
      },
    ),
    operations: kratix.promiseOperations(to.name, actor),
    ...(actor.type === 'user' && { requestedBy: actor.userEntityRef }),
  };
}

async function requirePermissions(
  ctx: PromotionContext,
  { permissions }: ActionServices,
): Promise<void> {
  const asked = [kratixPromiseReadPermission, kratixPromisePromotePermission];
  const decisions = await permissions.authorize(
    asked.map(permission => ({ permission })),
    { credentials: await ctx.getInitiatorCredentials() },
  );
  asked.forEach((permission, index) => {
    if (decisions[index]?.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not promote ${ctx.input.promise}: Backstage does not give you the permission ${permission.name}`,
      );
    }
  });
}

/** As the cluster has it now; undefined where there is none yet. */
async function findPromise(
  { name }: Platform,
  promise: string,
  { kratix }: ActionServices,
): Promise<KratixPromise | undefined> {
  try {
    return await kratix.requests(name, { type: 'portal' }).getPromise(promise);
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFoundError') {
      return undefined;
    }
    throw error;
  }
}

function parseManifest(manifest: JsonObject): KratixPromise {
  const parsed = parsePromise(manifest);
  if (!parsed.ok) {
    throw new InputError(parsed.problem.message);
  }
  return parsed.value;
}
