import { parseManifest } from './applyManifest';

/**
 * Several sets of documents as one: where a later set holds an object of the same kind, namespace and name, it
 * replaces the earlier one. What is no object is kept, so that loading it tells.
 * @internal
 */
export function overlayManifests(
  sets: readonly (readonly unknown[])[],
): readonly unknown[] {
  const objects = new Map<unknown, unknown>();
  for (const document of sets.flat()) {
    objects.set(identify(document), document);
  }
  return [...objects.values()];
}

function identify(document: unknown): unknown {
  const manifest = parseManifest(document);
  return manifest
    ? [
        manifest.apiVersion.replace(/\/?[^/]*$/, ''),
        manifest.kind,
        manifest.namespace ?? '',
        manifest.name,
      ].join(' ')
    : document;
}
