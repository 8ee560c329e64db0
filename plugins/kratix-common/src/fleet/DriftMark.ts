import { compareVersions } from './compareVersions';
import type { KratixPromise } from '../model';
import type { PromiseChange } from '../impact';

/**
 * How a Promise on one platform differs from the same one on the platform it is compared with.
 *
 * - `missing`: the other platform has it, this one has not.
 * - `behind`, `ahead`: by version, where both versions can be ordered.
 * - `otherVersion`: versions that cannot be ordered, or only one is versioned.
 * - `sameVersionOtherContent`: the version promises the same, and the content is not: somebody edited it.
 * - `api`, `images`, `pipelines`, `dependencies`, `placement`: what differs.
 * @public
 */
export type DriftMark =
  | 'missing'
  | 'behind'
  | 'ahead'
  | 'otherVersion'
  | 'sameVersionOtherContent'
  | 'api'
  | 'images'
  | 'pipelines'
  | 'dependencies'
  | 'placement';

/**
 * Which kinds of things differ, for the changes between two states of a Promise. Words and the form's looks are
 * no drift.
 * @internal
 */
export function marksOfChanges(changes: readonly PromiseChange[]): DriftMark[] {
  return [...new Set(changes.flatMap(markOf))];
}

function markOf({ code }: PromiseChange): DriftMark[] {
  switch (code) {
    case 'text-changed':
    case 'form-changed':
      return [];
    case 'image-changed':
      return ['images'];
    case 'pipeline-added':
    case 'pipeline-removed':
    case 'pipeline-changed':
    case 'pipelines-reordered':
      return ['pipelines'];
    case 'dependencies-changed':
      return ['dependencies'];
    case 'selectors-changed':
    case 'requirement-added':
    case 'requirement-removed':
    case 'requirement-changed':
      return ['placement'];
    default:
      return ['api'];
  }
}

/**
 * Which of two Promises is the later one by its version.
 * @internal
 */
export function marksOfVersions(
  subject: KratixPromise,
  reference: KratixPromise,
): DriftMark[] {
  const { version: a } = subject;
  const { version: b } = reference;
  if (a === b) {
    return [];
  }
  const order = compareVersions(a ?? '', b ?? '');
  if (order === undefined || order === 0) {
    return ['otherVersion'];
  }
  return [order < 0 ? 'behind' : 'ahead'];
}
