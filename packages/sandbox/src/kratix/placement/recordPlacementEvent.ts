import type { KubeObject } from '../../apiserver/cluster';
import type { KratixContext } from '../context';

/** An event about a WorkPlacement, in the name of Kratix's controller of them. @internal */
export function recordPlacementEvent(
  { events }: KratixContext,
  placement: KubeObject,
  event: { type: 'Normal' | 'Warning'; reason: string; note: string },
): void {
  events.record(placement, { controller: 'WorkPlacementController', ...event });
}
