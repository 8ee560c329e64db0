import { compareNames } from '../names/compareNames';
import { matchesLabels, type LabelRequirement } from './LabelSelector';
import type { RolloutSubject } from './RolloutSubject';
import {
  whyExcluded,
  type RolloutExclusion,
  type RolloutTarget,
} from './whyExcluded';

/**
 * Which requests are meant; without any choice, all of them.
 * @public
 */
export interface RolloutSelection {
  /** Like `team-a/cache`; an empty list chooses nothing. */
  readonly names?: readonly string[];
  readonly labels?: readonly LabelRequirement[];
}

/** @public */
export interface RolloutOptions extends RolloutTarget {
  readonly selection?: RolloutSelection;
  /** How many are moved at once, at least 1. */
  readonly batchSize: number;
}

/**
 * Who moves when, and who does not and why.
 * @public
 */
export interface RolloutPlan {
  readonly batches: readonly (readonly RolloutSubject[])[];
  readonly excluded: readonly (RolloutExclusion & {
    readonly subject: RolloutSubject;
  })[];
  /** Names that were asked for and that no request has. */
  readonly missing: readonly string[];
}

/**
 * Cuts a rollout into batches, always the same for the same requests.
 * @public
 */
export function planRollout(
  subjects: readonly RolloutSubject[],
  { selection = {}, batchSize, ...target }: RolloutOptions,
): RolloutPlan {
  const selected = subjects
    .filter(subject => isSelected(subject, selection))
    .sort((a, b) => compareNames(subjectName(a), subjectName(b)));
  const found = new Set(subjects.map(subjectName));
  const taking: RolloutSubject[] = [];
  const excluded: (RolloutExclusion & { subject: RolloutSubject })[] = [];
  for (const subject of selected) {
    const exclusion = whyExcluded(subject, target);
    if (exclusion) {
      excluded.push({ ...exclusion, subject });
    } else {
      taking.push(subject);
    }
  }
  return {
    batches: inBatches(taking, Math.max(1, Math.floor(batchSize))),
    excluded,
    missing: (selection.names ?? []).filter(name => !found.has(name)),
  };
}

/** How people and selections call a request, like `team-a/cache`. @public */
export function subjectName({
  request,
}: Pick<RolloutSubject, 'request'>): string {
  return `${request.namespace}/${request.name}`;
}

function isSelected(
  subject: RolloutSubject,
  { names, labels }: RolloutSelection,
): boolean {
  const isNamed = names === undefined || names.includes(subjectName(subject));
  return isNamed && matchesLabels(subject.request.labels, labels ?? []);
}

function inBatches<T>(items: readonly T[], size: number): T[][] {
  const batches: T[][] = [];
  for (let start = 0; start < items.length; start += size) {
    batches.push(items.slice(start, start + size));
  }
  return batches;
}
