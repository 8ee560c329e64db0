import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  kratixRequestCreatePermission,
  kratixRequestUpdatePermission,
  type ApplyActionInput,
  type KratixPromise,
  type Platform,
  type RequestManifest,
  type RequestRef,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { RequestClient } from '@kratix-portal/backstage-plugin-kratix-node';
import type { ActionServices } from '../ActionServices';
import { resolveActor } from '../actor/resolveActor';
import {
  requirePermission,
  requirePermissionOnRequest,
} from '../authorization/requirePermission';
import { explainPlatformError } from '../errors/explainPlatformError';
import { buildManifest } from '../manifest/buildManifest';
import { requireChangeable } from './requireChangeable';
import { choosePlatform } from '../platform/choosePlatform';
import { requireDirectDelivery } from '../platform/requireDirectDelivery';
import { requireNamespace } from '../platform/requireNamespace';

/**
 * An order that the person may place, ready to be sent.
 * @internal
 */
export interface Order {
  readonly platform: Platform;
  readonly ref: RequestRef;
  readonly client: RequestClient;
  readonly promise: KratixPromise;
  readonly manifest: RequestManifest;
  /** Whether there is such a request already, which this changes. */
  readonly isExisting: boolean;
}

/** @internal */
export interface OrderContext {
  /** A form of which nothing was filled in has no `spec`. */
  readonly input: Omit<ApplyActionInput, 'spec'> &
    Partial<Pick<ApplyActionInput, 'spec'>>;
  readonly secrets?: Readonly<Record<string, string>>;
  getInitiatorCredentials(): Promise<BackstageCredentials>;
}

/**
 * Finds out who orders what from whom, and whether they may; writes nothing.
 * @internal
 */
export async function prepareOrder(
  { input, secrets, getInitiatorCredentials }: OrderContext,
  services: ActionServices,
): Promise<Order> {
  const platform = choosePlatform(services.kratix, input.platform);
  requireDirectDelivery(platform);
  requireNamespace(platform, input.namespace);
  const credentials = await getInitiatorCredentials();
  await requirePermission(services.permissions, credentials, {
    permission: kratixRequestCreatePermission,
    toDo: `order from ${input.promise}`,
  });

  const actor = await resolveActor(credentials, platform, {
    ...services,
    secrets,
  });
  const client = services.kratix.requests(platform.name, actor);
  const { promise: promiseName, namespace, name } = input;
  const ref = {
    platform: platform.name,
    promise: promiseName,
    namespace,
    name,
  };
  const promise = await explainPlatformError(
    () => client.getPromise(promiseName),
    { platform, toDo: `read the Promise ${promiseName}` },
  );
  const existing = await findExisting(client, platform, ref);
  if (existing) {
    requireChangeable(existing, actor);
    await requirePermissionOnRequest(services.permissions, credentials, {
      permission: kratixRequestUpdatePermission,
      ref,
      toDo: `change ${namespace}/${name}, which exists already`,
    });
  }
  return {
    platform,
    ref,
    client,
    promise,
    manifest: buildManifest(promise, {
      input: { ...input, spec: input.spec ?? {} },
      actor,
      existing,
    }),
    isExisting: existing !== undefined,
  };
}

async function findExisting(
  client: RequestClient,
  platform: Platform,
  ref: RequestRef,
): Promise<ResourceRequest | undefined> {
  try {
    return await explainPlatformError(() => client.get(ref), {
      platform,
      toDo: `see whether ${ref.namespace}/${ref.name} exists already`,
    });
  } catch (error) {
    if (isError(error) && error.name === 'NotFoundError') {
      return undefined;
    }
    throw error;
  }
}
