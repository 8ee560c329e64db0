import type { KubeObject } from '../cluster';
import type { ResourceType } from '../registry/ResourceType';
import { notFound } from '../status/StatusError';
import { presentObject } from '../write/presentObject';
import type { Exchange } from './Exchange';
import { selectObjects } from './listObjects';
import { presentMany, presentOne } from './presentAs';
import { readDeleteRequest, readWriteRequest } from './queryOptions';
import { readObject } from './readBody';
import { sendValue } from './respond';

/** `GET` on one object. @internal */
export function getObject(exchange: Exchange, type: ResourceType): void {
  const { cluster } = exchange;
  const key = keyOf(exchange);
  const stored = cluster.store.get(type.storageKey, key);
  if (!stored) {
    throw notFound(type, key.name);
  }
  sendValue(
    exchange,
    200,
    presentOne(exchange, type, presentObject(stored, type)),
  );
}

/** `POST` on a collection. @internal */
export async function createObject(
  exchange: Exchange,
  type: ResourceType,
): Promise<void> {
  const { cluster, info } = exchange;
  const request = readWriteRequest(exchange);
  const { value, duplicates } = await readObject(
    exchange.req,
    exchange.settings.maxBodyBytes,
    type,
  );
  const created = cluster.writer.create(
    type,
    value,
    { ...request, duplicates },
    info.namespace,
  );
  sendObject(exchange, type, 201, created);
}

/** `PUT` on one object, or on its status. @internal */
export async function replaceObject(
  exchange: Exchange,
  type: ResourceType,
): Promise<void> {
  const { cluster } = exchange;
  const request = readWriteRequest(exchange);
  const { value, duplicates } = await readObject(
    exchange.req,
    exchange.settings.maxBodyBytes,
    type,
  );
  const updated = cluster.writer.update(type, keyOf(exchange), () => value, {
    ...request,
    duplicates,
  });
  sendObject(exchange, type, 200, updated);
}

/** `DELETE` on one object. @internal */
export async function deleteObject(
  exchange: Exchange,
  type: ResourceType,
): Promise<void> {
  const { cluster } = exchange;
  const body = await readOptionalBody(exchange);
  const key = keyOf(exchange);
  const { object, isGone } = cluster.remover.remove(
    type,
    key,
    readDeleteRequest(exchange, body),
  );
  if (!isGone || type.resource === 'pods') {
    sendObject(exchange, type, 200, object);
    return;
  }
  sendValue(exchange, 200, {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name: object.metadata.name,
      ...(type.group ? { group: type.group } : {}),
      kind: type.resource,
      uid: object.metadata.uid,
    },
  });
}

/** `DELETE` on a collection: each object that the selectors mean. @internal */
export async function deleteCollection(
  exchange: Exchange,
  type: ResourceType,
): Promise<void> {
  const { cluster } = exchange;
  const body = await readOptionalBody(exchange);
  const request = readDeleteRequest(exchange, body);
  const selected = selectObjects(exchange, type, cluster.store.revision);
  const removed = selected.map(
    object => cluster.remover.remove(type, object.metadata, request).object,
  );
  sendValue(
    exchange,
    200,
    presentMany(exchange, type, removed, {
      resourceVersion: String(cluster.store.revision),
    }),
  );
}

/** @internal */
export function sendObject(
  exchange: Exchange,
  type: ResourceType,
  code: number,
  object: KubeObject,
): void {
  sendValue(exchange, code, presentOne(exchange, type, object));
}

/** @internal */
export function keyOf({ info }: Exchange): {
  namespace?: string;
  name: string;
} {
  return {
    ...(info.namespace === undefined ? {} : { namespace: info.namespace }),
    name: info.name ?? '',
  };
}

async function readOptionalBody(exchange: Exchange): Promise<unknown> {
  const { headers } = exchange.req;
  const hasBody =
    headers['transfer-encoding'] !== undefined ||
    Number(headers['content-length'] ?? 0) > 0;
  if (!hasBody) {
    return undefined;
  }
  const { value } = await readObject(
    exchange.req,
    exchange.settings.maxBodyBytes,
    { kind: 'DeleteOptions' },
  );
  return value;
}
