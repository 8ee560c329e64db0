import type { Document } from 'yaml';
import { changeRelease, releaseNeedsVersion } from './changeRelease';
import type { PromotionFile } from './planPromotionFile';

/**
 * The file of a PromiseRelease with another version, and nothing else changed: comments and the order of keys stay.
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
      message: `it holds a PromiseRelease: ${releaseNeedsVersion}`,
    };
  }
  const release = changeRelease(
    {
      name: textAt(document, ['metadata', 'name']) ?? '',
      version: textAt(document, ['spec', 'version']),
      url: textAt(document, ['spec', 'sourceRef', 'url']),
    },
    version,
  );
  const isVersionChanged = release.from !== version;
  if (isVersionChanged) {
    document.setIn(['spec', 'version'], version);
  }
  if (release.isUrlChanged) {
    document.setIn(['spec', 'sourceRef', 'url'], release.url);
  }
  return {
    ok: true,
    text:
      isVersionChanged || release.isUrlChanged
        ? document.toString({ lineWidth: 0 })
        : text,
    release,
  };
}

function textAt(
  document: Document,
  path: readonly string[],
): string | undefined {
  const value = document.getIn([...path]);
  return typeof value === 'string' ? value : undefined;
}
