import { renameVersion } from './renameVersion';

/**
 * What changes in a PromiseRelease.
 * @public
 */
export interface ReleaseChange {
  readonly name: string;
  readonly from?: string;
  readonly to: string;
  /** Where it fetches the Promise from, by then. */
  readonly url?: string;
  /** Whether the address named the version too, and was changed. */
  readonly isUrlChanged: boolean;
}

/**
 * A PromiseRelease with another version. Kratix fetches what the source serves and refuses it where its version is
 * another one (kratix-domain 1.2, VersionNotMatching), so an address that names the version is changed with it.
 * @internal
 */
export function changeRelease(
  release: {
    readonly name: string;
    readonly version: string | undefined;
    readonly url: string | undefined;
  },
  version: string,
): ReleaseChange {
  const { name, version: from, url: before } = release;
  const url = before && from ? renameVersion(before, from, version) : before;
  return {
    name,
    ...(from !== undefined && { from }),
    to: version,
    ...(url !== undefined && { url }),
    isUrlChanged: url !== before,
  };
}

/** Why a Promise without version cannot be had by a PromiseRelease. @internal */
export const releaseNeedsVersion =
  'a PromiseRelease goes by versions, and the Promise has none (kratix.io/promise-version)';
