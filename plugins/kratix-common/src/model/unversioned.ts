/**
 * What Kratix calls the version of a Promise that has no version label (kratix-domain 1.3). Kratix upgrades neither
 * from nor to it.
 * @public
 */
export const unversioned = 'not-set';

/**
 * A version as people are told of it. Undefined when Kratix reports its placeholder for 'no version'.
 * @public
 */
export function shownVersion(version: string | undefined): string | undefined {
  return version === unversioned ? undefined : version;
}
