import type { FakeObject } from './FakeApiServer';

const kratix = '/apis/platform.kratix.io/v1alpha1';

/** Paths of the collections that are watched on every platform. */
export const paths = {
  promises: `${kratix}/promises`,
  bindings: `${kratix}/resourcebindings`,
  revisions: `${kratix}/promiserevisions`,
  destinations: `${kratix}/destinations`,
  namespaces: '/api/v1/namespaces',
  redises: '/apis/example.org/v1/redises',
};

/** A Promise that offers Redis, as Kratix keeps it (fields of kratix-domain appendix A). */
export function redisPromise(options: { version?: string } = {}): FakeObject {
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: { name: 'redis', uid: 'promise-redis', generation: 1 },
    spec: { api: redisCrd(options.version ?? 'v1') },
    status: {
      status: 'Available',
      workflows: 0,
      workflowsSucceeded: 0,
      workflowsFailed: 0,
    },
  };
}

function redisCrd(version: string) {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'redises.example.org' },
    spec: {
      group: 'example.org',
      scope: 'Namespaced',
      names: { kind: 'Redis', plural: 'redises', singular: 'redis' },
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              properties: {
                spec: {
                  type: 'object',
                  properties: { size: { type: 'string' } },
                },
              },
            },
          },
        },
      ],
    },
  };
}

/** A request to it. */
export function redis(
  name: string,
  options: { namespace?: string; size?: string } = {},
): FakeObject {
  return {
    apiVersion: 'example.org/v1',
    kind: 'Redis',
    metadata: {
      name,
      namespace: options.namespace ?? 'team-a',
      uid: `redis-${name}`,
      labels: { 'kratix.io/promise-name': 'redis' },
    },
    spec: { size: options.size ?? 'small' },
  };
}

/** A Kubernetes Namespace. */
export function namespace(name: string): FakeObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, uid: `namespace-${name}` },
    status: { phase: 'Active' },
  };
}
