import type { PromiseRef, RequestRef } from '../model';
import { hashReference } from './hashReference';

/**
 * The topic under which hints about one object travel. A hash, because anyone may listen to hints and
 * the name of a request may already say too much.
 * @public
 */
export function signalTopic(ref: RequestRef | PromiseRef): string {
  const parts =
    'name' in ref
      ? [ref.platform, ref.promise, ref.namespace, ref.name]
      : [ref.platform, ref.promise];
  return hashReference(parts, 32);
}
