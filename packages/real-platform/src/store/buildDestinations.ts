import type { KubernetesObject } from '@kubernetes/client-node';

/**
 * The one bucket that every destination of the rig writes to.
 *
 * @internal
 */
export const BUCKET = 'kratix';

/**
 * A bucket that may be looked at but not written to: a store that seems well
 * until Kratix writes.
 *
 * @internal
 */
export const READ_ONLY_BUCKET = 'read-only';

const ENVIRONMENTS = ['dev', 'staging', 'prod'] as const;
const SECRET_NAMESPACE = 'kratix-platform-system';

/**
 * Where Kratix may write: a state store on our own server, a destination for
 * each environment, and the one that dry runs need (label `kratix.io/dry-run`,
 * Kratix internal/controller/scheduler.go at ae170e22).
 *
 * @internal
 */
export function buildDestinations(options: {
  endpoint: string;
  accessKeyId: string;
  secretAccessKey: string;
}): KubernetesObject[] {
  const secret = { name: 'real-platform-store', namespace: SECRET_NAMESPACE };
  const objects: (KubernetesObject & Record<string, unknown>)[] = [
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: secret,
      type: 'Opaque',
      stringData: {
        accessKeyID: options.accessKeyId,
        secretAccessKey: options.secretAccessKey,
      },
    },
    {
      apiVersion: 'platform.kratix.io/v1alpha1',
      kind: 'BucketStateStore',
      metadata: { name: 'default' },
      spec: {
        endpoint: options.endpoint,
        insecure: true,
        bucketName: BUCKET,
        authMethod: 'accessKey',
        secretRef: secret,
      },
    },
    ...ENVIRONMENTS.map(name => buildDestination(name, { environment: name })),
    buildDestination('dry-run', { 'kratix.io/dry-run': 'true' }),
  ];
  return objects;
}

function buildDestination(
  name: string,
  labels: Record<string, string>,
): KubernetesObject & Record<string, unknown> {
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Destination',
    metadata: { name, labels },
    spec: {
      path: name,
      stateStoreRef: { kind: 'BucketStateStore', name: 'default' },
      filepath: { mode: 'nestedByMetadata' },
      cleanup: 'all',
      strictMatchLabels: name === 'dry-run',
    },
  };
}
