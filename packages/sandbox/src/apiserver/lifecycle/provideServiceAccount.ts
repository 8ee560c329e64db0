import type { TypeRegistry } from '../registry/TypeRegistry';
import type { ObjectStore, StoredEvent } from '../storage/ObjectStore';
import type { ObjectWriter } from '../write/ObjectWriter';

/** Plays the service account controller: each namespace has a `default` account. @internal */
export function provideServiceAccount(
  event: StoredEvent,
  parts: { store: ObjectStore; registry: TypeRegistry; writer: ObjectWriter },
): void {
  if (event.storageKey !== '/namespaces' || event.type !== 'ADDED') {
    return;
  }
  const { name } = event.object.metadata;
  const namespace = parts.store.get('/namespaces', { name });
  if (
    !namespace ||
    namespace.metadata.deletionTimestamp ||
    parts.store.get('/serviceaccounts', { name: 'default', namespace: name })
  ) {
    return;
  }
  const type = parts.registry.get({
    group: '',
    version: 'v1',
    resource: 'serviceaccounts',
  });
  if (type) {
    parts.writer.create(
      type,
      {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'default', namespace: name },
      },
      {
        fieldManager: 'kube-controller-manager',
        dryRun: false,
        fieldValidation: 'Ignore',
        warn: () => {},
      },
    );
  }
}
