import type { ImpactReport } from './ImpactReport';

/**
 * What a Promise was and is, for a report that is no page: its versions, or that it was not there.
 * @public
 */
export function describeVersions({ before, after, changes }: ImpactReport): {
  readonly before: string;
  readonly after: string;
} {
  const has = (code: string) => changes.some(change => change.code === code);
  return {
    before: has('promise-added') ? 'none' : before ?? 'unversioned',
    after: has('promise-removed') ? 'gone' : after ?? 'unversioned',
  };
}
