const group = 'services.kratix-portal.io';

/** Path of the Promise on a platform. */
export const queuePromisePath =
  '/apis/platform.kratix.io/v1alpha1/promises/message-queue';

/** Path of the requests to it in a namespace. */
export const queuesIn = (namespace: string): string =>
  `/apis/${group}/v1alpha1/namespaces/${namespace}/messagequeues`;

/** A Promise of the stories' own, so that none of the examples is changed under another story. */
export function queuePromise(version: string, engines: readonly string[]) {
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: {
      name: 'message-queue',
      labels: { 'kratix.io/promise-version': version },
      annotations: {
        'kratix-portal.io/title': 'Message queue',
        'kratix-portal.io/description':
          'Messages between services, kept until they are read',
        'kratix-portal.io/owner': 'group:default/platform',
        'sandbox.kratix-portal.io/duration': '300ms',
      },
    },
    spec: {
      api: queueApi(engines),
      workflows: {
        resource: {
          configure: [
            {
              apiVersion: 'platform.kratix.io/v1alpha1',
              kind: 'Pipeline',
              metadata: { name: 'configure' },
              spec: {
                containers: [
                  { name: 'render', image: `example.com/queue:${version}` },
                ],
              },
            },
          ],
        },
      },
    },
  };
}

/** A request to it. */
export function queue(
  request: { readonly namespace: string; readonly name: string },
  spec: object,
) {
  return {
    apiVersion: `${group}/v1alpha1`,
    kind: 'MessageQueue',
    metadata: {
      ...request,
      annotations: {
        'kratix-portal.io/owner': `group:default/${request.namespace}`,
      },
    },
    spec,
  };
}

function queueApi(engines: readonly string[]) {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `messagequeues.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: {
        kind: 'MessageQueue',
        listKind: 'MessageQueueList',
        plural: 'messagequeues',
        singular: 'messagequeue',
      },
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
                  properties: {
                    engine: { type: 'string', enum: [...engines] },
                    partitions: { type: 'integer', minimum: 1, default: 3 },
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
