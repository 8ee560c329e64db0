import { findManager } from '../operations';
import { kratixLabels } from '../names/keys';
import { latestVersion, type RolloutSubject } from './RolloutSubject';

/**
 * Why a request takes no part in a rollout, in a word for machines and a sentence for people.
 * @public
 */
export interface RolloutExclusion {
  readonly code: RolloutExclusionCode;
  readonly reason: string;
}

/** @public */
export type RolloutExclusionCode =
  | 'deleting'
  | 'compound'
  | 'git'
  | 'paused'
  | 'unversioned'
  | 'unbound'
  | 'unfinished'
  | 'there';

/**
 * Whether a request would not follow, or should not: undefined when it takes part (kratix-domain 3.6, 6, 9).
 * @public
 */
export function whyExcluded(
  subject: RolloutSubject,
  target: RolloutTarget,
): RolloutExclusion | undefined {
  return (
    whyGoing(subject) ??
    whyManaged(subject) ??
    whyPaused(subject) ??
    whyNoVersion(subject) ??
    whyThere(subject, target)
  );
}

/**
 * Where a rollout leads.
 * @public
 */
export interface RolloutTarget {
  /** A revision's version, or `latest`. */
  readonly version: string;
  /** The revision's version that this is now. */
  readonly resolved: string;
}

type Why = (subject: RolloutSubject) => RolloutExclusion | undefined;

const whyGoing: Why = ({ request }) =>
  request.deletedAt
    ? { code: 'deleting', reason: 'It is being removed.' }
    : undefined;

const whyManaged: Why = ({ request }) => {
  const manager = findManager(request);
  switch (manager?.type) {
    case undefined:
      return undefined;
    case 'git':
      return {
        code: 'git',
        reason: `${manager.name} keeps it as it is in Git: choose its version there.`,
      };
    case 'compound':
      return {
        code: 'compound',
        reason: `It is a part of ${manager.name} (${manager.namespace}), which decides for it.`,
      };
    default:
      return manager satisfies never;
  }
};

const whyPaused: Why = ({ request, context }) => {
  if (request.labels[kratixLabels.paused] === 'true') {
    return { code: 'paused', reason: 'It is paused.' };
  }
  return context.promise?.isPaused
    ? { code: 'paused', reason: 'The service as a whole is paused.' }
    : undefined;
};

/** Kratix neither upgrades from nor to a Promise without a version (kratix-domain 6). */
const whyNoVersion: Why = ({ request, binding }) => {
  if (request.status.promiseVersion === 'not-set') {
    return { code: 'unversioned', reason: 'It has no version.' };
  }
  if (!binding) {
    return {
      code: 'unbound',
      reason: 'The platform does not report which version it follows.',
    };
  }
  // Its first run would be judged, not the move.
  return request.status.promiseVersion === undefined
    ? {
        code: 'unfinished',
        reason: 'It has no version before its first run is done.',
      }
    : undefined;
};

/** What follows the latest is there when that is the version meant, and stays following it. */
function whyThere(
  { request, binding }: RolloutSubject,
  { version, resolved }: RolloutTarget,
): RolloutExclusion | undefined {
  const follows = binding?.version;
  const isThere =
    request.status.promiseVersion === resolved &&
    binding?.failedVersion === undefined &&
    (follows === version || follows === latestVersion);
  return isThere
    ? { code: 'there', reason: `It is at ${resolved} already.` }
    : undefined;
}
