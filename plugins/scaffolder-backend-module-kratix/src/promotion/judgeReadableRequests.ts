import { setImmediate } from 'node:timers/promises';
import { ServiceUnavailableError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  createRequestJudge,
  kratixRequestReadPermission,
  toJudgedObject,
  toRequestResourceRef,
  type JudgedRequest,
  type KratixPromise,
  type Platform,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixService } from '@kratix-portal/backstage-plugin-kratix-node';
import type { ActionServices } from '../ActionServices';
import { awaitSnapshot } from '../progress/awaitSnapshot';
import { createOwnerFinder } from './createOwnerFinder';
import type { PromotionContext } from './preparePromotion';

/** Others wait while requests are judged, so this many at a time. */
const SLICE = 100;

/**
 * What a Promise would mean for the requests that the person may read: what they may not see must not stand
 * in a pull request either.
 * @internal
 */
export async function judgeReadableRequests(
  change: {
    readonly before: KratixPromise | undefined;
    readonly after: KratixPromise;
    readonly platform: Platform;
  },
  context: JudgingContext,
  services: JudgingServices,
): Promise<JudgedRequest[]> {
  const { before, after, platform } = change;
  if (!before?.api || !after.api) {
    return [];
  }
  const requests = await findRequests(before, platform, { context, services });
  const readable = await keepReadable(requests, platform, {
    context,
    services,
  });
  if (readable.length < requests.length) {
    context.logger.warn(
      'Only the requests that you may read were judged; there are more.',
    );
  }
  return judgeAll(readable, {
    judge: createRequestJudge(before.api, after.api),
    ownerOf: createOwnerFinder(
      platform,
      services.kratix.snapshot(platform.name),
    ),
  });
}

async function judgeAll(
  requests: readonly ResourceRequest[],
  {
    judge,
    ownerOf,
  }: {
    readonly judge: ReturnType<typeof createRequestJudge>;
    readonly ownerOf: ReturnType<typeof createOwnerFinder>;
  },
): Promise<JudgedRequest[]> {
  const judged: JudgedRequest[] = [];
  for (const [position, request] of requests.entries()) {
    if (position % SLICE === SLICE - 1) {
      await setImmediate();
    }
    judged.push({
      namespace: request.namespace,
      name: request.name,
      owner: ownerOf(request),
      ...judge(toJudgedObject(request)),
    });
  }
  return judged;
}

type JudgingContext = Pick<
  PromotionContext,
  'logger' | 'signal' | 'getInitiatorCredentials'
>;

type JudgingServices = Pick<ActionServices, 'permissions'> & {
  readonly kratix: Pick<KratixService, 'snapshot' | 'onChange'>;
};

interface Surroundings {
  readonly context: JudgingContext;
  readonly services: JudgingServices;
}

/** Throws ServiceUnavailableError when they are not known in time. */
async function findRequests(
  { name }: KratixPromise,
  platform: Platform,
  { context, services }: Surroundings,
): Promise<readonly ResourceRequest[]> {
  // A backend that has just started knows them in some moments.
  const requests = await awaitSnapshot(services.kratix, platform.name, {
    look: snapshot => {
      const collection = snapshot.requests.get(name);
      return collection?.state === 'synced' ? collection.items : undefined;
    },
    timeoutMs: KNOWN_AFTER_MS,
    signal: context.signal,
  });
  if (!requests) {
    throw new ServiceUnavailableError(
      `The requests to ${name} on ${platform.title} are not known now, so nobody knows whom it would break`,
    );
  }
  return requests;
}

async function keepReadable(
  requests: readonly ResourceRequest[],
  platform: Platform,
  { context, services }: Surroundings,
): Promise<ResourceRequest[]> {
  const decisions = await services.permissions.authorize(
    requests.map(({ promiseName, namespace, name }) => ({
      permission: kratixRequestReadPermission,
      resourceRef: toRequestResourceRef({
        platform: platform.name,
        promise: promiseName,
        namespace,
        name,
      }),
    })),
    { credentials: await context.getInitiatorCredentials() },
  );
  return requests.filter(
    (_, index) => decisions[index]?.result === AuthorizeResult.ALLOW,
  );
}

const KNOWN_AFTER_MS = 10_000;
