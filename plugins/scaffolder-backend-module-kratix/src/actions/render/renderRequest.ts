import { InputError } from '@backstage/errors';
import {
  explainManualRemoval,
  requestFilePath,
  reviewBranch,
  toEnglish,
  toRepoUrl,
  type DeliveryRepository,
  type ReviewOperation,
  type ReviewSubject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { createPullRequestClient } from '@kratix-portal/backstage-plugin-kratix-node';
import type { ActionServices } from '../../ActionServices';
import { auditWrite } from '../../audit/auditWrite';
import type { ApplyInput } from '../../manifest/buildManifest';
import { chooseRequest, type Target } from '../../platform/chooseTarget';
import { describeReview } from '../../repository/describeReview';
import { readRequestFile } from '../../repository/readRequestFile';
import type { ReviewPlan } from '../../repository/ReviewPlan';
import { openSession, type PlatformSession } from '../openSession';
import { planReview } from './planReview';
import { requirePermissionToReview } from './requirePermissionToReview';
import type { WriteContext } from '../WriteContext';

/** @internal */
export interface RenderContext extends WriteContext {
  readonly input: Omit<ApplyInput, 'mode'> & {
    readonly mode?: ReviewOperation;
  };
}

/**
 * A manifest, and what its review is called where there is one.
 * @internal
 */
export interface Rendered extends Target {
  readonly path: string;
  readonly plan: ReviewPlan;
  readonly commitAction: 'create' | 'update' | 'delete';
  readonly review?: {
    readonly repoUrl: string;
    readonly branch: string;
    readonly targetBranch: string;
    readonly title: string;
    readonly description: string;
  };
}

/**
 * Writes a request down, in the form that its review is opened with. It counts as a write for auditors: what
 * follows is only its transport.
 * @internal
 */
export async function renderRequest(
  ctx: RenderContext,
  services: ActionServices,
): Promise<Rendered> {
  const target = chooseRequest(services.kratix, ctx.input);
  const operation = ctx.input.mode ?? 'create';
  return auditWrite(
    services.auditor,
    {
      ref: target.ref,
      actionType: operation === 'change' ? 'update' : operation,
      ctx,
    },
    async () => {
      await requirePermissionToReview(target.ref, operation, ctx, services);
      const session = await openSession(target, ctx, services);
      return render({ target, operation, session }, ctx, services);
    },
  );
}

async function render(
  order: {
    readonly target: Target;
    readonly operation: ReviewOperation;
    readonly session: PlatformSession;
  },
  ctx: RenderContext,
  { rootConfig, urlReader }: ActionServices,
): Promise<Rendered> {
  const { target, operation, session } = order;
  const { platform, ref } = target;
  const { actor, promise } = session;
  if (!promise.api) {
    throw new InputError(`Nothing can be ordered from ${ref.promise}`);
  }
  const { delivery } = platform;
  const repository =
    delivery.mode === 'pull-request' ? delivery.repository : undefined;
  const subject: ReviewSubject = { ...ref, ...promise.api };
  const path = requestFilePath(subject, repository);
  requireRemovable(operation, path, repository);
  const url =
    repository && createPullRequestClient(rootConfig, repository).fileUrl(path);
  const text = url ? await readRequestFile(urlReader, url, ctx) : undefined;
  const plan = await planReview({ ...order, path, text }, ctx);
  const verb = operation === 'delete' ? 'delete' : undefined;
  return {
    ...target,
    path,
    plan,
    commitAction: verb ?? (plan.isThere ? 'update' : 'create'),
    ...(repository && {
      review: {
        repoUrl: toRepoUrl(repository),
        branch: reviewBranch(subject, operation, ctx.task.id),
        targetBranch: repository.branch,
        ...describeReview({
          platform,
          ref,
          operation,
          kind: promise.api.kind,
          requestedBy: actor.type === 'user' ? actor.userEntityRef : undefined,
        }),
      },
    }),
  };
}

/** Before anything is read or asked: the step after it could only fail. */
function requireRemovable(
  operation: ReviewOperation,
  path: string,
  repository: DeliveryRepository | undefined,
): void {
  const reason =
    operation === 'delete' &&
    repository &&
    explainManualRemoval(repository, path);
  if (reason) {
    throw new InputError(toEnglish(reason));
  }
}
