import type { Router } from 'express';
import { deleteRequest } from './deleteRequest';
import { getOperations } from './getOperations';
import type { OperationRouteContext } from './OperationRouteContext';
import { postOperation } from './postOperation';
import { deletePreview, getPreview, postPreview } from './previews';
import {
  getPromiseOperations,
  postPromiseOperation,
} from './promiseOperations';
import { readsJson } from './readBody';
import { validateOrder } from './validateOrder';

/**
 * The routes that write, and those that tell what may be written; their shapes are `contracts/operations`.
 * @internal
 */
export function mountOperations(
  router: Router,
  context: OperationRouteContext,
): void {
  const request = '/requests/:platform/:promise/:namespace/:name';
  router.get(`${request}/operations`, getOperations(context));
  router.post(
    `${request}/operations/:operation`,
    readsJson(),
    postOperation(context),
  );
  router.delete(request, deleteRequest(context));
  router.post(`${request}/previews`, readsJson(), postPreview(context));
  router.get(`${request}/previews/:preview`, getPreview(context));
  router.delete(`${request}/previews/:preview`, deletePreview(context));
  const promise = '/promises/:platform/:promise';
  router.get(`${promise}/operations`, getPromiseOperations(context));
  router.post<{ platform: string; promise: string; operation: string }>(
    `${promise}/operations/:operation`,
    ...readsJson(),
    postPromiseOperation(context),
  );
  router.post(`${promise}/validate`, readsJson(), validateOrder(context));
}
