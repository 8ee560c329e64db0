import type { Document } from 'yaml';
import type { PromotionFile } from './planPromotionFile';
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
 * The file of a PromiseRelease with another version. Kratix fetches what the source serves and refuses it where
 * its version is another one (kratix-domain 1.2, VersionNotMatching), so an address that names the version is
 * changed with it.
 * @internal
 */
export function updateReleaseFile(
  document: Document,
  {
    text,
    version,
  }: { readonly text: string; readonly version: string | undefined },
): PromotionFile {
  if (version === undefined) {
    return {
      ok: false,
      message:
        'it holds a PromiseRelease, which goes by versions, and the Promise has none (kratix.io/promise-version)',
    };
  }
  const from = textAt(document, ['spec', 'version']);
  const url = textAt(document, ['spec', 'sourceRef', 'url']);
  const newUrl = url && from ? renameVersion(url, from, version) : url;
  const isUrlChanged = newUrl !== url;
  if (from !== version) {
    document.setIn(['spec', 'version'], version);
  }
  if (isUrlChanged) {
    document.setIn(['spec', 'sourceRef', 'url'], newUrl);
  }
  return {
    ok: true,
    text:
      from === version && !isUrlChanged
        ? text
        : document.toString({ lineWidth: 0 }),
    release: {
      name: textAt(document, ['metadata', 'name']) ?? '',
      ...(from !== undefined && { from }),
      to: version,
      ...(newUrl !== undefined && { url: newUrl }),
      isUrlChanged,
    },
  };
}

function textAt(
  document: Document,
  path: readonly string[],
): string | undefined {
  const value = document.getIn([...path]);
  return typeof value === 'string' ? value : undefined;
}
