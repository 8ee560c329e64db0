import type { Json } from './json';
/**
 * A live Promise, shaped like those of Kratix main of August 2026 (kratix-domain, appendix A).
 */
export function redisPromise(): Json {
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: {
      name: 'redis',
      uid: '9b1d1f0c-35a1-4f0b-9a7b-2f8b2f4b7a11',
      resourceVersion: '4711',
      generation: 3,
      creationTimestamp: '2026-08-20T09:59:00Z',
      labels: { 'kratix.io/promise-version': 'v0.2.0' },
      annotations: {
        'kubectl.kubernetes.io/last-applied-configuration': '{"a":"copy"}',
        'kratix-portal.io/owner': 'group:default/data',
      },
      finalizers: ['kratix.io/api-crd-cleanup'],
    },
    spec: {
      api: redisCrd(),
      dependencies: [{ kind: 'Namespace', apiVersion: 'v1' }],
      destinationSelectors: [{ matchLabels: { environment: 'dev' } }],
      requiredPromises: [{ name: 'vault', version: 'v1.0.0' }],
      workflows: {
        config: { pipelineNamespace: 'pipelines' },
        promise: { configure: [pipeline('promise-configure')] },
        resource: {
          configure: [pipeline('instance-configure')],
          delete: [pipeline('instance-delete')],
        },
      },
    },
    status: {
      status: 'Available',
      kind: 'Redis',
      version: 'v0.2.0',
      message: 'Promise configured',
      workflows: 1,
      workflowsSucceeded: 1,
      workflowsFailed: 0,
      observedGeneration: 3,
      requiredPromises: [
        {
          name: 'vault',
          version: 'v1.0.0',
          state: 'Requirement installed',
        },
      ],
      requiredBy: [
        {
          promise: { name: 'app', version: 'v1.0.0' },
          requiredVersion: 'v0.2.0',
        },
      ],
      kratix: {
        workflows: {
          pipelines: [
            {
              name: 'promise-configure',
              phase: 'Succeeded',
              lastTransitionTime: '2026-08-20T09:59:50Z',
            },
          ],
        },
      },
      conditions: [
        {
          type: 'Available',
          status: 'True',
          reason: 'PromiseAvailable',
          message: 'Ready to fulfil resource requests',
          lastTransitionTime: '2026-08-20T10:00:00Z',
        },
      ],
    },
  };
}

/** The CRD inside that Promise. */
export function redisCrd(): Json {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'redis.marketplace.kratix.io' },
    spec: {
      group: 'marketplace.kratix.io',
      scope: 'Namespaced',
      names: { kind: 'Redis', plural: 'redis', singular: 'redis' },
      versions: [
        {
          name: 'v1alpha1',
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              properties: {
                spec: {
                  type: 'object',
                  required: ['size'],
                  properties: {
                    size: {
                      type: 'string',
                      enum: ['small', 'large'],
                      default: 'small',
                      description: 'How much memory it gets',
                    },
                    replicas: {
                      type: 'integer',
                      minimum: 1,
                      maximum: 5,
                      description: 'Number of copies',
                    },
                  },
                },
              },
            },
          },
        },
      ],
    },
  };
}

function pipeline(name: string): Record<string, unknown> {
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Pipeline',
    metadata: { name },
    spec: {
      containers: [{ name: 'run', image: 'example.test/redis:v0.2.0' }],
    },
  };
}
