import {
  derivePhase,
  phaseContexts,
  type PlatformSnapshot,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Progress } from './describeProgress';

/**
 * How far a request is, as far as it is known. `unknown`: nobody knows whether it exists. `absent`: it
 * is known not to.
 * @internal
 */
export function findProgress(
  snapshot: PlatformSnapshot,
  ref: RequestRef,
): Progress | 'unknown' | 'absent' {
  const requests = snapshot.requests.get(ref.promise);
  if (requests?.state !== 'synced') {
    return 'unknown';
  }
  const request = requests.items.find(
    ({ namespace, name }) => namespace === ref.namespace && name === ref.name,
  );
  return request
    ? {
        report: derivePhase(request, phaseContexts(snapshot)(request)),
        pipelines: request.status.pipelines,
      }
    : 'absent';
}
