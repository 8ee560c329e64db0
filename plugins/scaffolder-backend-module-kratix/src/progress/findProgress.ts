import {
  derivePhase,
  findRequest,
  phaseContexts,
  type PlatformSnapshot,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Progress } from './describeProgress';

/**
 * Which request is waited for, and from which state of it on.
 * @internal
 */
export interface AwaitedRequest extends RequestRef {
  readonly uid?: string;
  readonly generation?: number;
}

/**
 * How far a request is, as far as it is known. `unknown`: nobody knows whether it exists. `absent`: it
 * is known not to, although another of its name may be. `older`: what is known is from before the write that
 * is waited for.
 * @internal
 */
export function findProgress(
  snapshot: PlatformSnapshot,
  awaited: AwaitedRequest,
): Progress | 'unknown' | 'absent' | 'older' {
  const found = findRequest(snapshot, awaited);
  if (found.state !== 'present') {
    return found.state;
  }
  const { request } = found;
  if (awaited.uid !== undefined && request.uid !== awaited.uid) {
    return 'absent';
  }
  if ((request.generation ?? 0) < (awaited.generation ?? 0)) {
    return 'older';
  }
  return {
    report: derivePhase(request, phaseContexts(snapshot)(request)),
    pipelines: request.status.pipelines,
  };
}
