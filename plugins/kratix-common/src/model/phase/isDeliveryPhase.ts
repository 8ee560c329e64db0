import type { Phase } from './phase';

/**
 * Whether a phase is about where the files go. Then the Works and WorkPlacements tell what the request's own
 * conditions cannot (kratix-domain 2.5 rule 10), and they may change without the request changing.
 * @public
 */
export function isDeliveryPhase(phase: Phase): boolean {
  return (
    phase === 'Scheduling' ||
    phase === 'Unschedulable' ||
    phase === 'Misplaced' ||
    phase === 'WriteFailed'
  );
}
