import type { NewKubeObject } from '../apiserver';

/** A small CRD with everything that the tests of the API server need. @internal */
export const databaseCrd: NewKubeObject = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'databases.example.org' },
  spec: {
    group: 'example.org',
    scope: 'Namespaced',
    names: {
      plural: 'databases',
      kind: 'Database',
      shortNames: ['db'],
      categories: ['storage'],
    },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        subresources: { status: {} },
        additionalPrinterColumns: [
          { name: 'Size', type: 'string', jsonPath: '.spec.size' },
          {
            name: 'Ready',
            type: 'string',
            jsonPath: '.status.conditions[?(@.type=="Ready")].status',
          },
        ],
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: {
                type: 'object',
                required: ['size'],
                properties: {
                  size: { type: 'string', enum: ['small', 'large'] },
                  replicas: { type: 'integer', default: 1, minimum: 1 },
                  users: {
                    type: 'array',
                    'x-kubernetes-list-type': 'map',
                    'x-kubernetes-list-map-keys': ['name'],
                    items: {
                      type: 'object',
                      required: ['name'],
                      properties: {
                        name: { type: 'string' },
                        role: { type: 'string' },
                      },
                    },
                  },
                },
              },
              status: {
                type: 'object',
                'x-kubernetes-preserve-unknown-fields': true,
              },
            },
          },
        },
      },
    ],
  },
};

/** @internal */
export const databases = {
  group: 'example.org',
  version: 'v1',
  resource: 'databases',
};

/** @internal */
export const crds = {
  group: 'apiextensions.k8s.io',
  version: 'v1',
  resource: 'customresourcedefinitions',
};

/** @internal */
export function database(name: string, spec: unknown = { size: 'small' }) {
  return {
    apiVersion: 'example.org/v1',
    kind: 'Database',
    metadata: { name, namespace: 'default' },
    spec,
  };
}
