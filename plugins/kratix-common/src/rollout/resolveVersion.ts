import type { PromiseRevision } from '../model';
import { latestVersion } from './RolloutSubject';

/**
 * The version that really runs where this one is followed; undefined where the platform keeps no revision
 * of it.
 * @public
 */
export function resolveVersion(
  version: string,
  revisions: readonly Pick<PromiseRevision, 'version' | 'isLatest'>[],
): string | undefined {
  return revisions.find(revision =>
    version === latestVersion
      ? revision.isLatest
      : revision.version === version,
  )?.version;
}
