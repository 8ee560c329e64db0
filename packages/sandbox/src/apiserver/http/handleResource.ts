import { reviewTypes } from '../auth/reviews';
import type { ReviewType } from '../auth/reviews';
import type { Authorizer } from '../auth/Authorizer';
import { isObject } from '../json/json';
import type { ResourceType } from '../registry/ResourceType';
import {
  NothingThere,
  badRequest,
  methodNotAllowed,
  notFound,
  pathNotFound,
} from '../status/StatusError';
import { notServed } from './notServed';
import { presentReview } from '../auth/presentReview';
import { timestamp } from '../write/timestamp';
import type { Exchange } from './Exchange';
import { listObjects } from './listObjects';
import { patchObject } from './patchObject';
import { sendPodLog } from './podLog';
import { readWriteRequest } from './queryOptions';
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
    throw notServed(cluster.registry, info.group);
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
        throw type.isCustom ? new NothingThere() : methodNotAllowed();
      }
      return createObject(exchange, type);
    case 'deletecollection':
      if (!type.verbs.includes('deletecollection')) {
        throw methodNotAllowed();
      }
      return deleteCollection(exchange, type);
    case 'update':
      throw type.isCustom
        ? badRequest('name must be provided')
        : methodNotAllowed();
    default:
      throw methodNotAllowed();
  }
}

async function handleObject(
  exchange: Exchange,
  type: ResourceType,
): Promise<void> {
  if (type.isNamespaced && exchange.info.namespace === undefined) {
    throw notServed(exchange.cluster.registry, exchange.info.group);
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
    case 'create':
      // The handler of custom resources takes the name from the body alone.
      if (type.isCustom) {
        return createObject(exchange, type);
      }
      throw methodNotAllowed();
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
    throw type.isCustom ? notFound(type, info.name ?? '') : pathNotFound();
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
  const { req, settings, info, user, cluster } = exchange;
  if (info.verb !== 'create') {
    throw methodNotAllowed();
  }
  const { value } = await readObject(req, settings.maxBodyBytes, review);
  const asked = isObject(value) ? value : {};
  const status = review.answer(asked, {
    user,
    authorizer,
    namespace: info.namespace,
  });
  sendValue(
    exchange,
    201,
    presentReview(review, asked, status, {
      now: timestamp(cluster.clock.now()),
      fieldManager: readWriteRequest(exchange).fieldManager,
    }),
  );
}
