import { unversioned } from '../model';
import { findManager } from '../operations';
import { wordingOf, type Wording } from '../wording';
import { kratixLabels } from '../names/keys';
import { latestVersion, type RolloutSubject } from './RolloutSubject';

/**
 * Why a request takes no part in a rollout, in a word for machines and what to say to people.
 * @public
 */
export interface RolloutExclusion {
  readonly code: RolloutExclusionCode;
  readonly why: Wording;
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
    ? { code: 'deleting', why: wordingOf('operation.beingRemoved') }
    : undefined;

const whyManaged: Why = ({ request }) => {
  const manager = findManager(request);
  switch (manager?.type) {
    case undefined:
      return undefined;
    case 'git':
      return {
        code: 'git',
        why: wordingOf('rollout.keptInGit', { agent: manager.name }),
      };
    case 'compound':
      return {
        code: 'compound',
        why: wordingOf('rollout.partOf', {
          name: manager.name,
          namespace: manager.namespace,
        }),
      };
    default:
      return manager satisfies never;
  }
};

const whyPaused: Why = ({ request, context }) => {
  if (request.labels[kratixLabels.paused] === 'true') {
    return { code: 'paused', why: wordingOf('rollout.paused') };
  }
  return context.promise?.isPaused
    ? { code: 'paused', why: wordingOf('rollout.servicePaused') }
    : undefined;
};

/** Kratix neither upgrades from nor to a Promise without a version (kratix-domain 6). */
const whyNoVersion: Why = ({ request, binding }) => {
  if (request.status.promiseVersion === unversioned) {
    return { code: 'unversioned', why: wordingOf('rollout.noVersion') };
  }
  if (!binding) {
    return {
      code: 'unbound',
      why: wordingOf('operation.versionNotReported'),
    };
  }
  // Its first run would be judged, not the move.
  return request.status.promiseVersion === undefined
    ? {
        code: 'unfinished',
        why: wordingOf('operation.noVersionYet'),
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
    ? { code: 'there', why: wordingOf('rollout.there', { version: resolved }) }
    : undefined;
}
