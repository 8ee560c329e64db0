import type { KubeObject } from '../cluster';
import { isObject, sortedJson } from '../json/json';
import type { JsonObject } from '../json/json';
import { applyConfiguration } from '../managedfields/applyConfiguration';
import { checkApplied } from '../managedfields/checkApplied';
import { jsonPatch } from '../patch/jsonPatch';
import { mergePatch } from '../patch/mergePatch';
import { strategicMergePatch } from '../patch/strategicMergePatch';
import type { ResourceType } from '../registry/ResourceType';
import { apiVersionOf } from '../registry/ResourceType';
import {
  badRequest,
  invalid,
  notFound,
  unsupportedMediaType,
} from '../status/StatusError';
import { timestamp } from '../write/timestamp';
import type { WriteRequest } from '../write/WriteRequest';
import type { Exchange } from './Exchange';
import { readWriteRequest } from './queryOptions';
import { mediaType, parseJson, parseYaml, readBody } from './readBody';
import { keyOf, sendObject } from './writeObjects';

const jsonPatchType = 'application/json-patch+json';
const mergePatchType = 'application/merge-patch+json';
const strategicType = 'application/strategic-merge-patch+json';
const applyType = 'application/apply-patch+yaml';

/** `PATCH` of every kind, on an object or on its status. @internal */
export async function patchObject(
  exchange: Exchange,
  type: ResourceType,
): Promise<void> {
  const kind = mediaType(exchange.req);
  const supported = type.isCustom
    ? [jsonPatchType, mergePatchType, applyType]
    : [jsonPatchType, mergePatchType, strategicType, applyType];
  if (!supported.includes(kind)) {
    exchange.req.resume();
    throw unsupportedMediaType(supported);
  }
  const text = await readBody(exchange.req, exchange.settings.maxBodyBytes);
  const request: WriteRequest = {
    ...readWriteRequest(exchange),
    isUnconditional: true,
  };
  if (kind === applyType) {
    applyObject(exchange, type, parseYaml(text), request);
    return;
  }
  const patch = parseJson(text);
  const updated = exchange.cluster.writer.update(
    type,
    keyOf(exchange),
    current => patched(current, patch, kind, type),
    { ...request, patchText: kind === strategicType ? text : sortedJson },
  );
  sendObject(exchange, type, 200, updated);
}

function patched(
  current: KubeObject,
  patch: unknown,
  kind: string,
  type: ResourceType,
): unknown {
  switch (kind) {
    case jsonPatchType:
      return jsonPatch(current, patch);
    case strategicType:
      return strategicMergePatch(current, patch, type.schema);
    default:
      return mergePatch(current, patch);
  }
}

/** Server-side apply: creates what is missing, merges what is there. */
function applyObject(
  exchange: Exchange,
  type: ResourceType,
  configuration: unknown,
  base: WriteRequest,
): void {
  const { cluster, url, info } = exchange;
  const config = checkConfiguration(configuration, type);
  if (!url.searchParams.get('fieldManager')) {
    throw invalid({ group: 'meta.k8s.io', kind: 'PatchOptions' }, '', [
      {
        type: 'Required',
        field: 'fieldManager',
        detail: 'is required for apply patch',
      },
    ]);
  }
  const request: WriteRequest = {
    ...base,
    managesFields: true,
  };
  const identity = identityOf(config);
  const key = keyOf(exchange);
  checkName(identity, key);
  checkApplied(config, type);
  const apply = (live: KubeObject) => {
    const merged = applyConfiguration(live, config, {
      fieldManager: request.fieldManager,
      subresource: request.subresource,
      apiVersion: apiVersionOf(type),
      now: timestamp(cluster.clock.now()),
      schema: type.schema,
      force: ['true', '1'].includes(url.searchParams.get('force') ?? ''),
      isReset: field =>
        request.subresource === 'status'
          ? field !== 'status'
          : field === 'status' && type.hasStatus,
    });
    return { ...merged, metadata: { ...merged.metadata, ...identity } };
  };
  if (cluster.store.get(type.storageKey, key)) {
    const updated = cluster.writer.update(type, key, apply, request);
    sendObject(exchange, type, 200, updated);
    return;
  }
  if (request.subresource || metadataOf(config).uid) {
    throw notFound(type, key.name);
  }
  const created = cluster.writer.create(
    type,
    apply(emptyObject(type, key)),
    request,
    info.namespace,
  );
  sendObject(exchange, type, 201, created);
}

function checkConfiguration(value: unknown, type: ResourceType): JsonObject {
  if (!isObject(value)) {
    throw badRequest('error decoding YAML: expected an object');
  }
  if (value.apiVersion !== apiVersionOf(type) || value.kind !== type.kind) {
    throw badRequest(`invalid object type: ${describeKind(value)}`);
  }
  if (metadataOf(value).managedFields !== undefined) {
    throw badRequest('metadata.managedFields must be nil');
  }
  return value;
}

/** Go's `GroupVersionKind.String()`: the core group is an empty word before the slash. */
function describeKind({ apiVersion, kind }: JsonObject): string {
  const version = typeof apiVersion === 'string' ? apiVersion : '';
  return `${version.includes('/') ? version : `/${version}`}, Kind=${
    typeof kind === 'string' ? kind : ''
  }`;
}

function metadataOf(object: JsonObject): JsonObject {
  return isObject(object.metadata) ? object.metadata : {};
}

function checkName(identity: JsonObject, key: { name: string }): void {
  if (identity.name !== undefined && identity.name !== key.name) {
    throw badRequest(
      `the name of the object (${identity.name}) does not match the name on the URL (${key.name})`,
    );
  }
}

/** What a configuration may say about the object that it means; the writer refuses another one. */
function identityOf(config: JsonObject): JsonObject {
  const names = ['name', 'namespace', 'uid', 'resourceVersion'];
  return Object.fromEntries(
    Object.entries(metadataOf(config)).filter(
      ([key, value]) => names.includes(key) && value !== '',
    ),
  );
}

function emptyObject(
  type: ResourceType,
  key: { namespace?: string; name: string },
): KubeObject {
  return {
    apiVersion: apiVersionOf(type),
    kind: type.kind,
    metadata: {
      ...(key.namespace === undefined ? {} : { namespace: key.namespace }),
      name: key.name,
    },
  } as KubeObject;
}
