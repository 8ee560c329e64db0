import type { KubeObject } from '../cluster';

/** The finalizers of Kubernetes itself, which need no domain. */
const standard = new Set(['orphan', 'foregroundDeletion', 'kubernetes']);

/**
 * Warns of new finalizers of a custom resource that others might use as well.
 * Source: apiextensions-apiserver/pkg/registry/customresource/validator.go, `validateKubeFinalizerName`.
 * @internal
 */
export function warnOfFinalizers(
  object: KubeObject,
  previous: KubeObject | undefined,
  warn: (message: string) => void,
): void {
  const before = previous?.metadata.finalizers ?? [];
  const added = (object.metadata.finalizers ?? []).filter(
    finalizer => !before.includes(finalizer),
  );
  for (const finalizer of [...new Set(added)].sort()) {
    if (!finalizer.includes('/') && !standard.has(finalizer)) {
      const path = finalizer.includes('.') ? ' including a path (/)' : '';
      warn(
        `metadata.finalizers: ${JSON.stringify(
          finalizer,
        )}: prefer a domain-qualified finalizer name${path} to avoid accidental conflicts with other finalizer writers`,
      );
    }
  }
}
