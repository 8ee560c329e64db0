/** A small Promise, as its author writes it. */
export function redisPromise(
  name = 'redis',
  { kind = 'Redis', plural = 'redises' } = {},
) {
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: {
      name,
      annotations: { 'sandbox.kratix-portal.io/duration': '100ms' },
    },
    spec: {
      api: {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: `${plural}.example.com` },
        spec: {
          group: 'example.com',
          scope: 'Namespaced',
          names: { kind, plural, singular: kind.toLowerCase() },
          versions: [
            {
              name: 'v1',
              served: true,
              storage: true,
              schema: {
                openAPIV3Schema: {
                  type: 'object',
                  properties: {
                    spec: {
                      type: 'object',
                      properties: {
                        size: { type: 'string', enum: ['small', 'large'] },
                        note: { type: 'string' },
                      },
                    },
                  },
                },
              },
            },
          ],
        },
      },
      workflows: {
        resource: {
          configure: [
            {
              apiVersion: 'platform.kratix.io/v1alpha1',
              kind: 'Pipeline',
              metadata: { name: 'configure' },
              spec: {
                containers: [{ name: 'render', image: 'example/render' }],
              },
            },
          ],
        },
      },
    },
  };
}
