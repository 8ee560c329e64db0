import type { ClusterEvent } from '../model';

/** What controllers write each time that they look, whether something happened or not (kratix-domain 8). */
const noise: readonly string[] = [
  'ReconcileStarted',
  'ReconcileSucceeded',
  'ReconcilingResources',
  'WorkplacementReconciled',
  'WaitingDestination',
  'WorkloadsWrittenToStateStore',
];

/** What Kubernetes writes of every pod that does well. */
const podNoise: readonly string[] = [
  'Scheduled',
  'Pulling',
  'Pulled',
  'Created',
  'Started',
  'SuccessfulCreate',
];

/**
 * Whether an event says nothing that a person looks for: a warning never is noise.
 * @public
 */
export function isNoise({
  type,
  reason,
  subject,
}: Pick<ClusterEvent, 'type' | 'reason' | 'subject'>): boolean {
  const isOfPod = subject.kind === 'Pod' || subject.kind === 'Job';
  return (
    type === 'Normal' &&
    (isOfPod ? podNoise.includes(reason) : noise.includes(reason))
  );
}
