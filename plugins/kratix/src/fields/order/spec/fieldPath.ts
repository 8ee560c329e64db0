/**
 * The parts of a path as the API server writes them: `spec.users[0].name`, `spec.labels[a.b/c]`
 * (k8s.io/apimachinery pkg/util/validation/field).
 * @internal
 */
export function readFieldPath(path: string): string[] {
  return [...path.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].map(
    ([, key, name]) => key ?? name ?? '',
  );
}
