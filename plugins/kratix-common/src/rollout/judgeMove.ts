import {
  derivePhase,
  findCondition,
  type Condition,
  type Phase,
} from '../model';
import { kratixLabels } from '../names/keys';
import type { RolloutSubject } from './RolloutSubject';
import type { RolloutTarget } from './whyExcluded';

/**
 * One request that was told to follow another version.
 * @public
 */
export interface Move extends RolloutTarget {
  readonly uid: string;
  /** The upgrade's condition before it was told: an old failure is none of this move. */
  readonly upgradeBefore?: Pick<Condition, 'status' | 'lastTransitionTime'>;
}

/**
 * How a move gets on.
 * @public
 */
export type MoveVerdict =
  | { readonly state: 'waiting'; readonly phase?: Phase }
  | { readonly state: 'moved' }
  | { readonly state: 'failed'; readonly reason: string };

/**
 * Whether a request runs the version that it was moved to (kratix-domain 6). Undefined is what is not there
 * any more.
 * @public
 */
export function judgeMove(
  move: Move,
  subject: RolloutSubject | undefined,
): MoveVerdict {
  if (subject?.request.uid !== move.uid || subject.request.deletedAt) {
    return failed('It is being removed, or gone.');
  }
  const { binding } = subject;
  const isSeen =
    binding?.version === move.version &&
    binding.labels[kratixLabels.manualReconciliation] !== 'true';
  if (!isSeen) {
    // Not heard of yet; who changed it meanwhile is found when the time is up.
    return { state: 'waiting' };
  }
  return judgeUpgrade(move, { ...subject, binding });
}

function judgeUpgrade(
  move: Move,
  { request, binding, context }: Required<RolloutSubject>,
): MoveVerdict {
  const upgrade = findCondition(binding.conditions, 'UpgradeSucceeded');
  const isFailed =
    upgrade?.status === 'False' && binding.failedVersion === move.resolved;
  if (isFailed && !isSame(upgrade, move.upgradeBefore)) {
    return failed(upgrade.message || 'Its workflow failed.');
  }
  const { phase, message } = derivePhase(request, context);
  if (stuckPhases.has(phase)) {
    return failed(message || `It is ${phase}.`);
  }
  const isMoved =
    !isFailed &&
    upgrade?.status !== 'Unknown' &&
    request.status.promiseVersion === move.resolved &&
    readyPhases.has(phase);
  return isMoved ? { state: 'moved' } : { state: 'waiting', phase };
}

function failed(reason: string): MoveVerdict {
  return { state: 'failed', reason };
}

function isSame(now: Condition, before: Move['upgradeBefore']): boolean {
  return (
    before?.status === now.status &&
    before.lastTransitionTime === now.lastTransitionTime
  );
}

/** It goes on only when somebody does something; a rollout does not wait for that. */
const stuckPhases: ReadonlySet<Phase> = new Set(['Suspended', 'Paused']);

/**
 * How well it is doing since it was set up is told by health; an unhealthy one must not be followed by more.
 */
const readyPhases: ReadonlySet<Phase> = new Set(['Ready', 'Degraded']);
