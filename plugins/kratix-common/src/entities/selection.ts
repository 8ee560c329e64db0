import type { KratixPromise, ResourceRequest } from '../model';
import { authorAnnotations, kratixLabels } from '../names/keys';

/**
 * Whether a Promise belongs in the catalog: unless its author hides it, all do, or those that opt in.
 *
 * @remarks
 * The labels are SKE's (ske-compatibility 3A), whose presence alone opts in, even with the value `false`.
 * @public
 */
export function isPromiseSelected(
  { labels, annotations }: Pick<KratixPromise, 'labels' | 'annotations'>,
  select: 'all' | 'labelled',
): boolean {
  if (
    annotations[authorAnnotations.hide] === 'true' ||
    labels[legacyLabel] === 'false'
  ) {
    return false;
  }
  return (
    select === 'all' ||
    labels[legacyLabel] === 'true' ||
    optInLabels.some(label => label in labels)
  );
}

/**
 * Whether a request to a selected Promise belongs in the catalog: previews and those that opt out do not.
 * Parts of a compound request opt out this way (ske-compatibility 3A).
 * @public
 */
export function isRequestSelected({
  labels,
  annotations,
}: Pick<ResourceRequest, 'labels' | 'annotations'>): boolean {
  return (
    annotations[authorAnnotations.hide] !== 'true' &&
    labels[kratixLabels.dryRun] !== 'true' &&
    [legacyLabel, ...optInLabels].every(label => labels[label] !== 'false')
  );
}

const legacyLabel = 'kratix.io/backstage';

const optInLabels = [
  'kratix.io/portal-backstage',
  'kratix.io/portal-customization',
  'kratix.io/backstage-customization',
];
