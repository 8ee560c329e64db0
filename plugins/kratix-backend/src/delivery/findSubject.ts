import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  kratixPromiseReadPermission,
  kratixRequestReadPermission,
  isRequestSubject,
  type DeliverySubject,
  type PlatformSnapshot,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { DeliveryTarget } from '@kratix-portal/backstage-plugin-kratix-node';
import type { RouteContext } from '../routes/RouteContext';
import { toAbsence } from '../state/findReadableRequest';
import { lookUpPromise, lookUpRequest } from '../state/lookUp';
import { toPermissionedRequest } from '../state/toPermissionedRequest';

type Context = Pick<RouteContext, 'kratix' | 'authorizer'>;

/**
 * A request or Promise that somebody may read.
 * @internal
 */
export interface FoundSubject {
  readonly platform: string;
  readonly snapshot: PlatformSnapshot;
  readonly target: DeliveryTarget & {
    readonly uid: string;
    readonly kind: string;
  };
}

/**
 * What a question about a delivery is about: authorised before anything is said, even that it does not exist.
 * @internal
 */
export async function findSubject(
  subject: DeliverySubject,
  credentials: BackstageCredentials,
  context: Context,
): Promise<FoundSubject> {
  return isRequestSubject(subject)
    ? findRequestSubject(subject, credentials, context)
    : findPromiseSubject(subject, credentials, context);
}

async function findPromiseSubject(
  ref: DeliverySubject,
  credentials: BackstageCredentials,
  { kratix, authorizer }: Context,
): Promise<FoundSubject> {
  await authorizer.require(kratixPromiseReadPermission, credentials);
  const platform = kratix.platform(ref.platform);
  const snapshot = kratix.snapshot(platform.name);
  const { uid, name } = lookUpPromise(snapshot, ref.promise).value;
  return {
    platform: platform.name,
    snapshot,
    target: { promise: name, uid, kind: 'Promise' },
  };
}

async function findRequestSubject(
  ref: RequestRef,
  credentials: BackstageCredentials,
  { kratix, authorizer }: Context,
): Promise<FoundSubject> {
  const access = await authorizer.requireForRequests(
    kratixRequestReadPermission,
    credentials,
  );
  const platform = kratix.platform(ref.platform);
  const snapshot = kratix.snapshot(platform.name);
  const found = lookUpRequest(snapshot, ref);
  access.require(
    found ? toPermissionedRequest(found.value, platform, snapshot) : ref,
  );
  if (!found) {
    throw toAbsence(snapshot, ref);
  }
  const { uid, kind, namespace, name } = found.value;
  return {
    platform: platform.name,
    snapshot,
    target: { promise: ref.promise, request: { namespace, name }, uid, kind },
  };
}
