import {
  findPromise,
  findRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { FoundSubject } from '../delivery/findSubject';

/**
 * Which version of an object is known, so that an answer from before it is not given after it.
 * @internal
 */
export function findVersion({ snapshot, target }: FoundSubject): string {
  if (target.request) {
    const found = findRequest(snapshot, {
      promise: target.promise,
      ...target.request,
    });
    return found.state === 'present' ? found.request.resourceVersion : '';
  }
  return findPromise(snapshot, target.promise)?.resourceVersion ?? '';
}
