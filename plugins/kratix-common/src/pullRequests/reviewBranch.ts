import { hashReference } from '../names/hashReference';
import type { ReviewOperation, ReviewSubject } from './ReviewOperation';
import { safeSegment } from './safeSegment';

const root = 'kratix';
const operations = ['create', 'change', 'delete'] as const;

/**
 * Name of the branch of a pull request: `kratix/<platform>/<namespace>/<kind>.<group>/<name>/<operation>-<hash>`.
 * The same for a task that runs again, another for every other task. From the branch alone, the portal knows
 * which request is meant: it keeps no list of its own.
 *
 * @param task - Id of the task that asks.
 * @public
 */
export function reviewBranch(
  subject: ReviewSubject,
  operation: ReviewOperation,
  task: string,
): string {
  const { platform, namespace, kind, group, name } = subject;
  const hash = hashReference(
    [platform, namespace, kind, group, name, operation, task],
    10,
  );
  return [...segmentsOf(subject), `${operation}-${hash}`].join('/');
}

/**
 * What a branch of the portal is about; undefined for every other branch.
 * @public
 */
export function readReviewBranch(branch: string): ReviewBranch | undefined {
  const parts = branch.split('/');
  const [first, platform, namespace, api, name, last] = parts;
  const operation = operations.find(
    known =>
      last?.startsWith(`${known}-`) &&
      /^[0-9a-f]{10}$/.test(last.slice(known.length + 1)),
  );
  const isOurs = first === root && parts.length === 6 && operation;
  return isOurs && platform && namespace && api && name
    ? { platform, namespace, api, name, operation }
    : undefined;
}

/**
 * Whether a branch is about this request.
 * @public
 */
export function isReviewOf(
  branch: ReviewBranch,
  subject: ReviewSubject,
): boolean {
  const [, platform, namespace, api, name] = segmentsOf(subject);
  return (
    branch.platform === platform &&
    branch.namespace === namespace &&
    branch.api === api &&
    branch.name === name
  );
}

/**
 * What the name of a branch says. Names that a branch cannot hold are shortened, with `_` in them.
 * @public
 */
export interface ReviewBranch {
  readonly platform: string;
  readonly namespace: string;
  /** `<kind>.<group>`, in lower case. */
  readonly api: string;
  readonly name: string;
  readonly operation: ReviewOperation;
}

/**
 * How branches name the API of a Promise.
 * @public
 */
export function reviewApi(api: Pick<ReviewSubject, 'kind' | 'group'>): string {
  return safeSegment(`${api.kind}.${api.group}`);
}

function segmentsOf(subject: ReviewSubject): string[] {
  const { platform, namespace, name } = subject;
  return [
    root,
    safeSegment(platform),
    safeSegment(namespace),
    reviewApi(subject),
    safeSegment(name),
  ];
}
