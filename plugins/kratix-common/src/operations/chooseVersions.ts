import type { VersionChoice } from '../contracts';
import {
  unversioned,
  type PromiseRevision,
  type ResourceBinding,
  type ResourceRequest,
} from '../model';
import { compareNames } from '../names/compareNames';

type VersionOption = VersionChoice['options'][number];

/** Kratix's word for whatever version is the newest (kratix-domain 6). */
const LATEST = 'latest';

/** As many as a person looks through. */
const MOST_OPTIONS = 50;

/**
 * Which versions a request may follow: the latest, whichever that is, and each revision of its Promise, newest
 * first. Kratix calls that one the latest which was applied last, and compares no version numbers; older and
 * newer are by when a revision was made.
 * @public
 */
export function chooseVersions(
  request: Pick<ResourceRequest, 'status'>,
  binding: ResourceBinding,
  revisions: readonly PromiseRevision[],
): VersionChoice {
  const applied = request.status.promiseVersion ?? binding.lastAppliedVersion;
  const ordered = revisions
    .filter(({ version }) => version !== unversioned)
    .sort(newestFirst);
  // The first alone: Kratix marks the new one before it takes the mark from the old one.
  const latest = ordered[0]?.isLatest ? ordered[0] : undefined;
  const facts: Facts = {
    following: binding.version,
    failed: binding.failedVersion,
    applied: revisions.find(({ version }) => version === applied),
    appliedVersion: applied,
    latest,
  };
  return {
    following: binding.version,
    ...(applied && { applied }),
    ...(binding.failedVersion && { failed: binding.failedVersion }),
    options: [
      {
        version: LATEST,
        change: binding.version === LATEST ? 'none' : 'follow',
        ...(latest && { resolvesTo: latest.version }),
        isLatest: true,
        isApplied: latest !== undefined && latest.version === applied,
      },
      ...ordered
        .slice(0, MOST_OPTIONS)
        .map(revision => toOption(revision, facts)),
    ],
  };
}

interface Facts {
  readonly following: string;
  readonly failed: string | undefined;
  readonly applied: PromiseRevision | undefined;
  readonly appliedVersion: string | undefined;
  readonly latest: PromiseRevision | undefined;
}

function toOption(revision: PromiseRevision, facts: Facts): VersionOption {
  const { version, createdAt } = revision;
  return {
    version,
    change: chooseChange(revision, facts),
    isLatest: revision === facts.latest,
    isApplied: version === facts.appliedVersion,
    ...(createdAt && { createdAt }),
  };
}

function chooseChange(
  revision: PromiseRevision,
  { following, failed, applied, appliedVersion }: Facts,
): VersionOption['change'] {
  const { version } = revision;
  if (version === failed) {
    return 'retry';
  }
  if (version === following) {
    return 'none';
  }
  if (version === appliedVersion) {
    return 'pin';
  }
  return applied && newestFirst(revision, applied) > 0 ? 'rollBack' : 'upgrade';
}

function newestFirst(one: PromiseRevision, other: PromiseRevision): number {
  if (one.isLatest !== other.isLatest) {
    return one.isLatest ? -1 : 1;
  }
  const byTime = (other.createdAt ?? '').localeCompare(one.createdAt ?? '');
  return byTime || compareNames(other.version, one.version);
}
