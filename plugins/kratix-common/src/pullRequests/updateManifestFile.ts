import type { JsonObject } from '@backstage/types';
import {
  isCollection,
  isMap,
  parseAllDocuments,
  type Document,
  type YAMLMap,
} from 'yaml';
import { isObject } from '../kubernetes/reading/readField';
import type { RequestManifest } from '../manifest';

/**
 * A file with its manifest changed, or why it cannot be.
 * @public
 */
export type ManifestFileUpdate =
  | { readonly ok: true; readonly text: string; readonly isChanged: boolean }
  | { readonly ok: false; readonly message: string };

/**
 * The text of a manifest's file with what is asked for now. What else it says stays: comments, the order of
 * keys, labels and annotations of others. Under `spec`, only what is asked for stays.
 * @public
 */
export function updateManifestFile(
  text: string,
  manifest: RequestManifest,
): ManifestFileUpdate {
  const documents = parseAllDocuments(text, { version: '1.1' });
  const [document, ...others] = Array.isArray(documents) ? documents : [];
  if (!document || others.length > 0) {
    return fail('it must hold one YAML document');
  }
  if (document.errors.length > 0) {
    return fail(document.errors[0]?.message ?? 'it is no YAML');
  }
  if (!isMap(document.contents) || !isSameObject(document, manifest)) {
    return fail(
      `it holds something else than ${manifest.kind} ${manifest.metadata.namespace}/${manifest.metadata.name}`,
    );
  }
  const before = JSON.stringify(document.toJS({ maxAliasCount: 100 }));
  document.set('apiVersion', manifest.apiVersion);
  for (const key of ['labels', 'annotations'] as const) {
    for (const [name, value] of Object.entries(manifest.metadata[key] ?? {})) {
      if (!isMap(document.getIn(['metadata', key]))) {
        // Left to itself, YAML 1.1 makes an ordered map of it, which Kubernetes does not read.
        document.setIn(['metadata', key], document.createNode({}));
      }
      document.setIn(['metadata', key, name], value);
    }
  }
  const spec = document.get('spec', true);
  if (isMap(spec)) {
    replaceIn(document, spec, manifest.spec);
  } else {
    document.set('spec', document.createNode(manifest.spec));
  }
  const isChanged =
    before !== JSON.stringify(document.toJS({ maxAliasCount: 100 }));
  return {
    ok: true,
    text: isChanged ? document.toString({ lineWidth: 0 }) : text,
    isChanged,
  };
}

function isSameObject(document: Document, manifest: RequestManifest): boolean {
  const [group] = manifest.apiVersion.split('/');
  const apiVersion = document.get('apiVersion');
  const { namespace, name } = manifest.metadata;
  return (
    typeof apiVersion === 'string' &&
    apiVersion.split('/')[0] === group &&
    document.get('kind') === manifest.kind &&
    document.getIn(['metadata', 'namespace']) === namespace &&
    document.getIn(['metadata', 'name']) === name
  );
}

/** Key by key, so that comments at what stays the same stay too. */
function replaceIn(document: Document, map: YAMLMap, value: JsonObject): void {
  for (const { key } of [...map.items]) {
    const name = String(isObject(key) && 'value' in key ? key.value : key);
    if (!(name in value)) {
      map.delete(key);
    }
  }
  for (const [name, entry] of Object.entries(value)) {
    const known = map.get(name, true);
    if (isMap(known) && isObject(entry)) {
      replaceIn(document, known, entry as JsonObject);
    } else if (!isSameValue(document, known, entry)) {
      map.set(name, document.createNode(entry));
    }
  }
}

function isSameValue(
  document: Document,
  node: unknown,
  value: unknown,
): boolean {
  const known = valueOf(document, node);
  return known !== undefined && JSON.stringify(known) === JSON.stringify(value);
}

function valueOf(document: Document, node: unknown): unknown {
  if (isCollection(node)) {
    return node.toJS(document, { maxAliasCount: 100 });
  }
  return isObject(node) && 'value' in node ? node.value : undefined;
}

function fail(message: string): ManifestFileUpdate {
  return { ok: false, message };
}
