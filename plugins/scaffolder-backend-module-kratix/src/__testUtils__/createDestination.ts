import type { Sandbox } from '@kratix-portal/sandbox';

/** Somewhere for files to go. */
export function createDestination(
  sandbox: Sandbox,
  name = 'worker',
  labels: Record<string, string> = {},
): void {
  const kratix = { group: 'platform.kratix.io', version: 'v1alpha1' };
  sandbox.cluster.create(
    { ...kratix, resource: 'bucketstatestores' },
    {
      apiVersion: 'platform.kratix.io/v1alpha1',
      kind: 'BucketStateStore',
      metadata: { name: `${name}-store` },
      spec: {
        endpoint: 'store.example.com',
        bucketName: 'kratix',
        authMethod: 'IAM',
      },
    },
  );
  sandbox.cluster.create(
    { ...kratix, resource: 'destinations' },
    {
      apiVersion: 'platform.kratix.io/v1alpha1',
      kind: 'Destination',
      metadata: { name, labels },
      spec: {
        path: name,
        stateStoreRef: { kind: 'BucketStateStore', name: `${name}-store` },
        filepath: { mode: 'nestedByMetadata' },
      },
    },
  );
}
