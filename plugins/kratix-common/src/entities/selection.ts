import type { KratixPromise, ResourceRequest } from '../model';
import { authorAnnotations, kratixLabels } from '../names/keys';

/**
 * Which Promises the catalog shows: all, those that opt in by label, or those that opt in for this Backstage.
 * @public
 */
export type PromiseSelection =
  | 'all'
  | 'labelled'
  | { readonly instance: string };

/**
 * Whether a Promise belongs in the catalog: unless its author hides it, all do, or those that opt in.
 *
 * @remarks
 * The labels are SKE's (ske-compatibility 3A), whose presence alone opts in, even with the value `false`.
 * Those that end in the name of an instance address that Backstage, and those without address every one.
 * @public
 */
export function isPromiseSelected(
  { labels, annotations }: Pick<KratixPromise, 'labels' | 'annotations'>,
  select: PromiseSelection,
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
    optInLabels(select).some(label => Object.hasOwn(labels, label))
  );
}

/**
 * Whether a request to a selected Promise belongs in the catalog: previews and those that opt out do not.
 * Parts of a compound request opt out this way (ske-compatibility 3A).
 * @public
 */
export function isRequestSelected(
  { labels, annotations }: Pick<ResourceRequest, 'labels' | 'annotations'>,
  select: PromiseSelection = 'all',
): boolean {
  return (
    annotations[authorAnnotations.hide] !== 'true' &&
    labels[kratixLabels.dryRun] !== 'true' &&
    [legacyLabel, ...optInLabels(select)].every(
      label => labels[label] !== 'false',
    )
  );
}

const legacyLabel = 'kratix.io/backstage';

const instanceLabels = [
  'kratix.io/portal-backstage',
  'kratix.io/portal-customization',
];

function optInLabels(select: PromiseSelection): readonly string[] {
  return [
    ...instanceLabels,
    'kratix.io/backstage-customization',
    ...(typeof select === 'string'
      ? []
      : instanceLabels.map(label => `${label}.${select.instance}`)),
  ];
}
