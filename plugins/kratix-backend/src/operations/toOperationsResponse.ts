import {
  authorAnnotations,
  availableOperations,
  chooseVersions,
  describeDeletion,
  explainManualRemoval,
  findManager,
  findWait,
  operationPermissions,
  promiseTemplateEntityRef,
  readLastOperation,
  removalTemplateEntityRef,
  requestFilePath,
  templateParameters,
  toFormValues,
  unversioned,
  withoutSecrets,
  wordingOf,
  type KratixPromise,
  type LastOperation,
  type Operation,
  type OperationChance,
  type OperationContext,
  type RequestOnPlatform,
  type RequestOperationsResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Delivery } from '@kratix-portal/backstage-plugin-kratix-node';
import { toFreshness } from '../responses/toFreshness';
import { toReason } from '../responses/toReason';
import type { ReadableRequest } from '../state/findReadableRequest';
import { findOperationContext } from './findOperationContext';

/**
 * What a person can do with one request, and what they should know before.
 * @internal
 */
export function toOperationsResponse(
  readable: ReadableRequest,
  known: {
    /** Names of permissions. */
    readonly allowed: ReadonlySet<string>;
    readonly delivery: Delivery | undefined;
    readonly children: readonly RequestOnPlatform[];
  },
): RequestOperationsResponse {
  const { found, snapshot } = readable;
  const request = found.value;
  const context = findOperationContext(snapshot, request);
  const { promise, binding } = context;
  const { revisions } = snapshot;
  const hasVersion = request.status.promiseVersion !== unversioned;
  const ofPromise =
    revisions.state === 'synced'
      ? revisions.items.filter(
          ({ promiseName }) => promiseName === request.promiseName,
        )
      : [];
  return {
    uid: request.uid,
    operations: availableOperations(request, context)
      .map(chance => whereForgeCan(chance, readable, promise))
      .map(chance => toOperation(chance, known.allowed)),
    manager: findManager(request),
    wait: findWait(request),
    deletion: describeDeletion(request, { ...known, promise }),
    versions:
      binding && hasVersion
        ? chooseVersions(request, binding, ofPromise)
        : undefined,
    lastOperation: newest(
      readLastOperation(request.annotations),
      binding && readLastOperation(binding.annotations),
    ),
    update: toUpdate(readable, context),
    removal: toRemoval(readable),
    freshness: toFreshness(found.collection),
  };
}

/** A removal that is reviewed, on a forge that has no way to remove a file. */
function whereForgeCan(
  chance: OperationChance,
  { platform, found }: ReadableRequest,
  promise: KratixPromise | undefined,
): OperationChance {
  const { delivery } = platform;
  if (
    chance.name !== 'delete' ||
    chance.why !== undefined ||
    delivery.mode !== 'pull-request'
  ) {
    return chance;
  }
  const { repository } = delivery;
  const { namespace, name } = found.value;
  const path =
    promise?.api &&
    requestFilePath(
      { platform: platform.name, namespace, name, ...promise.api },
      repository,
    );
  return { ...chance, why: explainManualRemoval(repository, path) };
}

/** What makes no sense now is not worth asking a permission for. */
function toOperation(
  { name, why }: OperationChance,
  allowed: ReadonlySet<string>,
): Operation {
  const permission = operationPermissions[name].name;
  if (why !== undefined) {
    return { name, availability: 'unavailable', ...toReason(why) };
  }
  return allowed.has(permission)
    ? { name, availability: 'available' }
    : {
        name,
        availability: 'forbidden',
        ...toReason(wordingOf('operation.needsPermission', { permission })),
        permission,
      };
}

function newest(
  one: LastOperation | undefined,
  other: LastOperation | undefined,
): LastOperation | undefined {
  if (!one || !other) {
    return one ?? other;
  }
  return Date.parse(one.at) >= Date.parse(other.at) ? one : other;
}

function toUpdate(
  { platform, found }: ReadableRequest,
  { promise }: OperationContext,
): RequestOperationsResponse['update'] {
  const { name, namespace, spec, annotations } = found.value;
  if (!promise?.api) {
    return undefined;
  }
  const owner = annotations[authorAnnotations.owner];
  return {
    template: promiseTemplateEntityRef(platform, { promise: promise.name }),
    formData: {
      [templateParameters.name]: name,
      [templateParameters.namespace]: namespace,
      ...(owner && { [templateParameters.owner]: owner }),
      [templateParameters.spec]: withoutSecrets(
        promise.api,
        toFormValues(promise.api.schema, spec),
      ),
      [templateParameters.mode]: 'change',
    },
  };
}

function toRemoval({
  platform,
  found,
}: ReadableRequest): RequestOperationsResponse['removal'] {
  const { promiseName, namespace, name } = found.value;
  return platform.delivery.mode === 'pull-request'
    ? {
        template: removalTemplateEntityRef(platform),
        formData: { promise: promiseName, namespace, name },
      }
    : undefined;
}
