import type { JsonObject } from '@backstage/types';
import { isMap, parseAllDocuments, type Document } from 'yaml';
import { toManifestText } from './toPortableManifest';
import type { ReleaseChange } from './changeRelease';
import { updateReleaseFile } from './updateReleaseFile';

/**
 * What becomes of the file of a Promise in a repository, or why nothing can.
 * @public
 */
export type PromotionFile =
  | {
      readonly ok: true;
      readonly text: string;
      /** Where the file holds a PromiseRelease: it fetches the Promise itself. */
      readonly release?: ReleaseChange;
    }
  | { readonly ok: false; readonly message: string };

/**
 * The file of a Promise with another state of it. A PromiseRelease in its place keeps the Promise at a version:
 * then that version is what changes. What holds anything else is left alone.
 * @public
 */
export function planPromotionFile(promotion: {
  /** As it is to be. */
  readonly manifest: JsonObject;
  readonly promise: string;
  readonly version: string | undefined;
  /** Of the PromiseRelease that keeps the Promise on the platform. */
  readonly releaseName: string | undefined;
  /** What the file says now; undefined where there is none. */
  readonly text: string | undefined;
}): PromotionFile {
  const { manifest, promise, version, releaseName, text } = promotion;
  if (text === undefined) {
    return releaseName === undefined
      ? { ok: true, text: toManifestText(manifest) }
      : fail(
          `${promise} is kept by the PromiseRelease ${releaseName}, which would put it back, and there is no file that holds it`,
        );
  }
  const document = readOnlyDocument(text);
  if (!document) {
    return fail('it must hold one YAML document');
  }
  if (isObject(document, 'PromiseRelease', releaseName)) {
    return updateReleaseFile(document, { text, version });
  }
  if (!isObject(document, 'Promise', promise)) {
    return fail(`it holds something else than the Promise ${promise}`);
  }
  return releaseName === undefined
    ? { ok: true, text: toManifestText(manifest) }
    : fail(
        `it holds a Promise, and ${promise} is kept by the PromiseRelease ${releaseName}, which would put it back`,
      );
}

function readOnlyDocument(text: string): Document | undefined {
  const documents = parseAllDocuments(text, { version: '1.1' });
  const [document, ...others] = Array.isArray(documents) ? documents : [];
  const isSound =
    document && others.length === 0 && document.errors.length === 0;
  return isSound && isMap(document.contents) ? document : undefined;
}

/** Without a name, any of the kind. */
function isObject(
  document: Document,
  kind: string,
  name: string | undefined,
): boolean {
  const apiVersion = document.get('apiVersion');
  return (
    typeof apiVersion === 'string' &&
    apiVersion.startsWith('platform.kratix.io/') &&
    document.get('kind') === kind &&
    (name === undefined || document.getIn(['metadata', 'name']) === name)
  );
}

function fail(message: string): PromotionFile {
  return { ok: false, message };
}
