/**
 * A Promise of caches as YAML, with these properties of its spec and what else the spec's schema says; `# status`
 * stands where its schema may get one.
 */
export function cachePromise(
  version: string | undefined,
  properties: string,
  schema = '',
) {
  const labels = version
    ? `\n  labels: { kratix.io/promise-version: ${version} }`
    : '';
  return `
apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata:
  name: cache${labels}
spec:
  api:
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: { name: caches.example.org }
    spec:
      group: example.org
      names: { kind: Cache, plural: caches }
      scope: Namespaced
      versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              type: object
              properties:
                spec: { type: object, ${schema}properties: ${properties} }
                # status
`;
}
