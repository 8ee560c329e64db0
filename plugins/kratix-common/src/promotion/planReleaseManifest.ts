import type { JsonObject, JsonValue } from '@backstage/types';
import {
  changeRelease,
  releaseNeedsVersion,
  type ReleaseChange,
} from './changeRelease';
import { toPortableManifest } from './toPortableManifest';

/**
 * A PromiseRelease of a platform as it is to be applied, or why it cannot be.
 * @public
 */
export type ReleaseManifest =
  | {
      readonly ok: true;
      readonly manifest: JsonObject;
      readonly release: ReleaseChange;
    }
  | { readonly ok: false; readonly message: string };

/**
 * The PromiseRelease as it stands, at another version. All that its author wrote goes along, since server-side apply
 * takes away what the same field manager applied before and leaves out now; with its uid, since one that is gone by
 * then must not come back.
 * @public
 */
export function planReleaseManifest(
  release: JsonObject,
  version: string | undefined,
): ReleaseManifest {
  const metadata = objectOf(release.metadata);
  const spec = objectOf(release.spec);
  const source = objectOf(spec.sourceRef);
  const name = textOf(metadata.name) ?? '';
  if (version === undefined) {
    return {
      ok: false,
      message: `the PromiseRelease ${name} keeps it: ${releaseNeedsVersion}`,
    };
  }
  const change = changeRelease(
    { name, version: textOf(spec.version), url: textOf(source.url) },
    version,
  );
  if (change.from === version && !change.isUrlChanged) {
    return {
      ok: false,
      message: `the PromiseRelease ${name} has version ${version} already; what it serves is installed by Kratix`,
    };
  }
  const portable = toPortableManifest(release);
  return {
    ok: true,
    release: change,
    manifest: {
      ...portable,
      metadata: { ...objectOf(portable.metadata), uid: metadata.uid },
      spec: {
        ...spec,
        version,
        sourceRef: { ...source, ...(change.url && { url: change.url }) },
      },
    },
  };
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
