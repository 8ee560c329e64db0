import { ServiceUnavailableError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  authorAnnotations,
  createRequestJudge,
  kratixRequestReadPermission,
  toRequestResourceRef,
  type JudgedRequest,
  type KratixPromise,
  type Platform,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { ActionServices } from '../ActionServices';
import { followRequest } from '../progress/followRequest';
import type { PromotionContext } from './preparePromotion';

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
  { signal, getInitiatorCredentials, logger }: PromotionContext,
  { kratix, permissions }: ActionServices,
): Promise<JudgedRequest[]> {
  const { before, after, platform } = change;
  if (!before?.api || !after.api) {
    return [];
  }
  // A backend that has just started knows them in some moments.
  const requests = await followRequest(
    kratix,
    { platform: platform.name },
    {
      look: snapshot => {
        const collection = snapshot.requests.get(before.name);
        return collection?.state === 'synced' ? collection.items : undefined;
      },
      timeoutMs: KNOWN_AFTER_MS,
      signal,
    },
  );
  if (!requests) {
    throw new ServiceUnavailableError(
      `The requests to ${before.name} on ${platform.title} are not known now, so nobody knows whom it would break`,
    );
  }
  const decisions = await permissions.authorize(
    requests.map(({ namespace, name }) => ({
      permission: kratixRequestReadPermission,
      resourceRef: toRequestResourceRef({
        platform: platform.name,
        promise: before.name,
        namespace,
        name,
      }),
    })),
    { credentials: await getInitiatorCredentials() },
  );
  const readable = requests.filter(
    (_, index) => decisions[index]?.result === AuthorizeResult.ALLOW,
  );
  if (readable.length < requests.length) {
    logger.warn(
      'Only the requests that you may read were judged; there are more.',
    );
  }
  const judge = createRequestJudge(before.api, after.api);
  return readable.map(request => {
    const { group, version, kind, namespace, name, spec } = request;
    return {
      namespace,
      name,
      owner: request.annotations[authorAnnotations.owner],
      ...judge({
        apiVersion: `${group}/${version}`,
        kind,
        metadata: { namespace, name },
        spec,
      }),
    };
  });
}

const KNOWN_AFTER_MS = 10_000;
