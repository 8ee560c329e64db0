import type { Cluster, Gvr, KubeObject } from '../../apiserver';
import { createCluster } from '../../apiserver';
import { applyManifest, parseManifest } from '../manifests/applyManifest';
import type { KratixOptions } from '../settings';
import { installKratix } from '../installKratix';
import { platformApiVersion } from '../vocabulary/resources';
import { ManualClock } from './ManualClock';

/** A pretend platform for a test, with time in the test's hands. @internal */
export interface TestPlatform {
  cluster: Cluster;
  clock: ManualClock;
  apply(...documents: object[]): void;
  get(gvr: Gvr, namespace: string | undefined, name: string): KubeObject;
  /** Ends the controllers and starts new ones on the same objects. */
  restart(): void;
  /** Throws what the player itself stumbled over. */
  close(): void;
}

/** @internal */
export function startPlatform(options: KratixOptions = {}): TestPlatform {
  const clock = new ManualClock();
  const problems: string[] = [];
  const cluster = createCluster({ clock, log: line => problems.push(line) });
  const install = () =>
    installKratix(cluster, {
      onProblem: ({ controller, key, error }) =>
        problems.push(`${controller} ${key}: ${String(error)}`),
      ...options,
    });
  let running = install();
  return {
    cluster,
    clock,
    apply: (...documents) => {
      for (const document of documents) {
        const manifest = parseManifest(document);
        if (
          !manifest ||
          !applyManifest(cluster, manifest, { fieldManager: 'test' })
        ) {
          throw new Error(`not applied: ${JSON.stringify(document)}`);
        }
      }
    },
    get: (gvr, namespace, name) => {
      const found = cluster.get(gvr, { namespace, name });
      if (!found) {
        throw new Error(`${gvr.resource} ${namespace ?? ''}/${name} is gone`);
      }
      return found;
    },
    restart: () => {
      running.close();
      running = install();
    },
    close: () => {
      running.close();
      if (problems.length > 0) {
        throw new Error(`the player stumbled: ${problems.join('; ')}`);
      }
    },
  };
}

/** Where requests of the fixture Promise are served. @internal */
export const caches: Gvr = {
  group: 'example.com',
  version: 'v1',
  resource: 'caches',
};

/** A Promise with two pipelines and one that removes. @internal */
export function cachePromise(
  options: {
    annotations?: Record<string, string>;
    labels?: Record<string, string>;
    spec?: object;
    withDelete?: boolean;
  } = {},
): object {
  return {
    apiVersion: platformApiVersion,
    kind: 'Promise',
    metadata: {
      name: 'cache',
      labels: { 'kratix.io/promise-version': 'v0.1.0', ...options.labels },
      annotations: options.annotations ?? {},
    },
    spec: {
      api: sizedCrd('Cache', 'caches'),
      workflows: {
        resource: {
          configure: [
            pipeline('first', ['prepare']),
            pipeline('second', ['build']),
          ],
          ...(options.withDelete && {
            delete: [pipeline('remove', ['clean'])],
          }),
        },
      },
      ...options.spec,
    },
  };
}

/** @internal */
export function pipeline(
  name: string,
  containers: readonly string[],
  spec: object = {},
) {
  return {
    apiVersion: platformApiVersion,
    kind: 'Pipeline',
    metadata: { name },
    spec: {
      containers: containers.map(container => ({
        name: container,
        image: `${container}:v1`,
      })),
      ...spec,
    },
  };
}

/** @internal */
export function cacheRequest(
  options: {
    name?: string;
    annotations?: Record<string, string>;
    labels?: Record<string, string>;
    size?: string;
  } = {},
): object {
  return {
    apiVersion: 'example.com/v1',
    kind: 'Cache',
    metadata: {
      name: options.name ?? 'one',
      namespace: 'default',
      labels: options.labels ?? {},
      annotations: options.annotations ?? {},
    },
    spec: { size: options.size ?? 'small' },
  };
}

/** @internal */
export function destination(
  name: string,
  labels: Record<string, string>,
  annotations: Record<string, string> = {},
): readonly object[] {
  return [
    {
      apiVersion: platformApiVersion,
      kind: 'GitStateStore',
      metadata: { name, annotations },
      spec: { url: `https://git.example.com/${name}.git` },
    },
    {
      apiVersion: platformApiVersion,
      kind: 'Destination',
      metadata: { name, labels },
      spec: { path: name, stateStoreRef: { kind: 'GitStateStore', name } },
    },
  ];
}

/** The API of a Promise whose requests have a size. @internal */
export const sizedCrd = (kind: string, plural: string) => ({
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
                  size: {
                    type: 'string',
                    enum: ['small', 'large'],
                    'x-kratix-portal': { title: 'Size' },
                  },
                },
              },
            },
          },
        },
      },
    ],
  },
});
