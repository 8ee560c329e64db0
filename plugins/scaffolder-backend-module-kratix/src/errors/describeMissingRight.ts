/**
 * The right that Kubernetes misses, in words that somebody can give it by: verb, resource, namespace, and the
 * user that it knows. Empty for a refusal of another kind. The sentence is Kubernetes' own
 * (k8s.io/apiserver pkg/endpoints/handlers/responsewriters/errors.go `forbiddenMessage`).
 * @internal
 */
export function describeMissingRight(message: string): string {
  const found = sentence.exec(message);
  if (!found) {
    return '';
  }
  const [, user, verb, resource, group, namespace] = found;
  const what = group ? `${resource}.${group}` : resource;
  const where = namespace
    ? ` in namespace ${namespace} (a RoleBinding can give it)`
    : ' (a ClusterRoleBinding can give it)';
  return `${user} has no right to "${verb}" ${what}${where}. `;
}

const sentence =
  /User "([^"]{1,200})" cannot (\w{1,20}) resource "([^"]{1,253})" in API group "([^"]{0,253})"(?: in the namespace "([^"]{1,63})"| at the cluster scope)/;
