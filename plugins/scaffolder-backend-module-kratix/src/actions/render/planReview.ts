import {
  ConflictError,
  InputError,
  isError,
  NotFoundError,
} from '@backstage/errors';
import {
  authorAnnotations,
  matchesNamespace,
  type RequestManifest,
  type ResourceRequest,
  type ReviewOperation,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { buildManifest } from '../../manifest/buildManifest';
import type { Target } from '../../platform/chooseTarget';
import { planFile } from '../../repository/planFile';
import type { ReviewPlan } from '../../repository/ReviewPlan';
import type { PlatformSession } from '../openSession';
import { askPlatform } from './askPlatform';
import type { RenderContext } from './renderRequest';

interface Order {
  readonly target: Target;
  readonly operation: ReviewOperation;
  readonly session: PlatformSession;
  readonly path: string;
  /** Of the file on the target branch, if there is one. */
  readonly text?: string;
}

/**
 * What the file will say, once the platform was asked whether it would take it. However a request was born:
 * a change of one that the repository does not have yet adds it there.
 * @internal
 */
export async function planReview(
  order: Order,
  ctx: RenderContext,
): Promise<ReviewPlan> {
  const { target, operation, path, text } = order;
  const { platform, ref } = target;
  // What is written to the platform is checked there; a removal here asks it nothing.
  if (!matchesNamespace(ref.namespace, platform.namespaces)) {
    throw new InputError(
      `Requests on platform "${platform.title}" cannot live in namespace "${
        ref.namespace
      }", only in ${platform.namespaces.join(', ')}`,
    );
  }
  switch (operation) {
    case 'create':
      return planCreate(order, ctx);
    case 'change':
      return planChange(order, ctx);
    case 'delete': {
      if (text === undefined) {
        throw new NotFoundError(
          `${path} is not in the repository, so a review cannot remove ${ref.namespace}/${ref.name}: it was ordered in another way, and whoever did that (or the platform team) must remove it`,
        );
      }
      return { text, isThere: true };
    }
    default:
      return operation satisfies never;
  }
}

async function planCreate(order: Order, ctx: RenderContext) {
  const { session, target, path, text } = order;
  const { actor, client, promise } = session;
  const manifest = buildManifest(promise, ctx.input, {
    requestedBy: actor.type === 'user' ? actor.userEntityRef : undefined,
    task: ctx.task.id,
  });
  if (text !== undefined) {
    throw new ConflictError(
      `The name ${target.ref.namespace}/${target.ref.name} is taken: the repository has ${path} already`,
    );
  }
  await askPlatform(target, ctx, () =>
    client.create(promise, manifest, { dryRun: true, signal: ctx.signal }),
  );
  return { text: planFile(manifest, { path }), isThere: false, manifest };
}

async function planChange(order: Order, ctx: RenderContext) {
  const { session, target, path, text } = order;
  const { namespace, name } = target.ref;
  const existing = await findExisting(order);
  if (!existing && text === undefined) {
    throw new NotFoundError(
      `There is no ${target.ref.promise} ${namespace}/${name}, neither on ${target.platform.title} nor as ${path}`,
    );
  }
  const manifest = changedManifest(order, ctx, existing);
  if (existing) {
    await askPlatform(target, ctx, () =>
      tryChange(session, { manifest, existing }, ctx),
    );
  }
  if (text === undefined) {
    ctx.logger.info(
      `${path} is not in the repository yet; the review adds it, and from then on the repository decides`,
    );
  }
  return {
    text: planFile(manifest, { path, text }),
    isThere: text !== undefined,
    manifest,
  };
}

/**
 * Who brings the repository to the platform owns the fields there, so that a trial change conflicts with it as
 * a rule. A trial order does not get that far: its object is checked before its name
 * (k8s.io/apiserver pkg/registry/rest/create.go `BeforeCreate`). Only rules about a change are left out then.
 */
async function tryChange(
  { client, promise }: PlatformSession,
  change: {
    readonly manifest: RequestManifest;
    readonly existing: ResourceRequest;
  },
  { signal }: RenderContext,
): Promise<void> {
  const { manifest, existing } = change;
  const options = { dryRun: true, signal };
  const isConflict = await meetsConflict(() =>
    client.change(promise, manifest, { ...options, existing }),
  );
  if (isConflict) {
    await meetsConflict(() => client.create(promise, manifest, options));
  }
}

async function meetsConflict(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return false;
  } catch (error) {
    if (isError(error) && error.name === 'ConflictError') {
      return true;
    }
    throw error;
  }
}

/** Keep the original requester, from the file or else from the request. */
function changedManifest(
  { session, text }: Order,
  ctx: RenderContext,
  existing: ResourceRequest | undefined,
): RequestManifest {
  const known = text === undefined ? existing?.annotations ?? {} : {};
  return buildManifest(session.promise, ctx.input, {
    owner: known[authorAnnotations.owner],
    requestedBy: known[authorAnnotations.requestedBy],
    task: known[authorAnnotations.task],
    previous: existing?.spec,
  });
}

/** Who may ask for a review need not be allowed to read the platform. */
async function findExisting({
  session,
  target,
}: Order): Promise<ResourceRequest | undefined> {
  try {
    return await session.client.get(target.ref);
  } catch (error) {
    if (
      isError(error) &&
      ['NotFoundError', 'NotAllowedError'].includes(error.name)
    ) {
      return undefined;
    }
    throw error;
  }
}
