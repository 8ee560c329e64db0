import type { JsonObject, JsonValue } from '@backstage/types';
import { stringify } from 'yaml';
import { authorAnnotations, kratixLabels } from '../names/keys';

/**
 * A Promise as another platform may have it: what its author wrote, without what this platform, its tools and
 * the people who run it made of it.
 * @public
 */
export function toPortableManifest(promise: JsonObject): JsonObject {
  const metadata = objectOf(promise.metadata);
  const labels = keep(metadata.labels, isPortableLabel);
  const annotations = keep(metadata.annotations, isPortableAnnotation);
  return {
    apiVersion: promise.apiVersion,
    kind: promise.kind,
    metadata: {
      name: metadata.name,
      ...(Object.keys(labels).length > 0 && { labels }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    spec: promise.spec,
  };
}

/**
 * The manifest as a file: the same text for the same content, so that a review shows what changed and nothing
 * else.
 * @public
 */
export function toManifestText(manifest: JsonObject): string {
  return stringify(manifest, { aliasDuplicateObjects: false, lineWidth: 0 });
}

/** Orders to Kratix and what it notes down (kratix-domain 1.1, 3.6), and marks of GitOps agents and Helm. */
const strangeLabels: readonly string[] = [
  kratixLabels.manualReconciliation,
  kratixLabels.reconcileResources,
  kratixLabels.paused,
  kratixLabels.workflowSuspended,
  'kratix.io/promise-release-name',
  'app.kubernetes.io/managed-by',
];

const strangePrefixes: readonly string[] = [
  'kustomize.toolkit.fluxcd.io/',
  'helm.toolkit.fluxcd.io/',
  'argocd.argoproj.io/',
  'meta.helm.sh/',
  'kubectl.kubernetes.io/',
];

function isPortableLabel(key: string): boolean {
  return !strangeLabels.includes(key) && !hasStrangePrefix(key);
}

function isPortableAnnotation(key: string): boolean {
  const isOurStamp =
    key === authorAnnotations.lastOperation || key === authorAnnotations.task;
  return !isOurStamp && !hasStrangePrefix(key);
}

function hasStrangePrefix(key: string): boolean {
  return strangePrefixes.some(prefix => key.startsWith(prefix));
}

function keep(
  value: JsonValue | undefined,
  isKept: (key: string) => boolean,
): JsonObject {
  return Object.fromEntries(
    Object.entries(objectOf(value)).filter(([key]) => isKept(key)),
  );
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}
