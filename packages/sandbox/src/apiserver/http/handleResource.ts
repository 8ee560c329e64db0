import { reviewTypes } from '../auth/reviews';
import type { ReviewType } from '../auth/reviews';
import type { Authorizer } from '../auth/Authorizer';
import { isObject } from '../json/json';
import type { ResourceType } from '../registry/ResourceType';
import { apiVersionOf } from '../registry/ResourceType';
import { methodNotAllowed, pathNotFound } from '../status/StatusError';
import type { Exchange } from './Exchange';
import { listObjects } from './listObjects';
import { patchObject } from './patchObject';
import { sendPodLog } from './podLog';
import { readObject } from './readBody';
import { sendValue } from './respond';
import { watchObjects } from './watchObjects';
import {
  createObject,
  deleteCollection,
  deleteObject,
  getObject,
  replaceObject,
} from './writeObjects';

/** Everything below `/api/v1` and `/apis/{group}/{version}` that is about a resource. @internal */
export async function handleResource(
  exchange: Exchange,
  authorizer: Authorizer,
): Promise<void> {
  const { info, cluster } = exchange;
  const review = reviewTypes.find(
    item =>
      item.group === info.group &&
      item.version === info.version &&
      item.resource === info.resource,
  );
  if (review) {
    await answerReview(exchange, review, authorizer);
    return;
  }
  const type = cluster.registry.get(info);
  const isMisplaced =
    type !== undefined && !type.isNamespaced && info.namespace !== undefined;
  if (!type || isMisplaced) {
    throw pathNotFound();
  }
  if (info.subresource !== undefined) {
    await handleSubresource(exchange, type);
  } else if (info.name === undefined) {
    await handleCollection(exchange, type);
  } else {
    await handleObject(exchange, type);
  }
}

async function handleCollection(
  exchange: Exchange,
  type: ResourceType,
): Promise<void> {
  const { info } = exchange;
  switch (info.verb) {
    case 'list':
      return listObjects(exchange, type);
    case 'watch':
      return watchObjects(exchange, type);
    case 'create':
      if (type.isNamespaced && info.namespace === undefined) {
        throw methodNotAllowed();
      }
      return createObject(exchange, type);
    case 'deletecollection':
      return deleteCollection(exchange, type);
    default:
      throw methodNotAllowed();
  }
}

async function handleObject(
  exchange: Exchange,
  type: ResourceType,
): Promise<void> {
  if (type.isNamespaced && exchange.info.namespace === undefined) {
    throw pathNotFound();
  }
  switch (exchange.info.verb) {
    case 'get':
      return getObject(exchange, type);
    case 'watch':
      return watchObjects(exchange, type);
    case 'update':
      return replaceObject(exchange, type);
    case 'patch':
      return patchObject(exchange, type);
    case 'delete':
      return deleteObject(exchange, type);
    default:
      throw methodNotAllowed();
  }
}

async function handleSubresource(
  exchange: Exchange,
  type: ResourceType,
): Promise<void> {
  const { info } = exchange;
  const isPod = type.group === '' && type.resource === 'pods';
  if (isPod && info.subresource === 'log' && info.verb === 'get') {
    return sendPodLog(exchange);
  }
  if (info.subresource !== 'status' || !type.hasStatus) {
    throw pathNotFound();
  }
  switch (info.verb) {
    case 'get':
      return getObject(exchange, type);
    case 'update':
      return replaceObject(exchange, type);
    case 'patch':
      return patchObject(exchange, type);
    default:
      throw methodNotAllowed();
  }
}

async function answerReview(
  exchange: Exchange,
  review: ReviewType,
  authorizer: Authorizer,
): Promise<void> {
  const { req, settings, info, user } = exchange;
  if (info.verb !== 'create') {
    throw methodNotAllowed();
  }
  const body = await readObject(req, settings.maxBodyBytes);
  const asked = isObject(body) ? body : {};
  sendValue(exchange, 201, {
    ...asked,
    apiVersion: apiVersionOf(review),
    kind: review.kind,
    metadata: { creationTimestamp: null },
    status: review.answer(asked, {
      user,
      authorizer,
      namespace: info.namespace,
    }),
  });
}
