import type { KubeObject } from '../cluster';
import type { ResourceType } from '../registry/ResourceType';
import { badRequest, forbidden, notFound } from '../status/StatusError';
import type { ObjectStore } from '../storage/ObjectStore';
import { randomSuffix } from './randomSuffix';

/** Gives a new object its namespace and its name. @internal */
export function placeObject(
  object: KubeObject,
  type: ResourceType,
  where: { namespace?: string; store: ObjectStore },
): void {
  const { namespace, store } = where;
  const { metadata } = object;
  if (!type.isNamespaced) {
    delete metadata.namespace;
  } else {
    if (
      namespace !== undefined &&
      metadata.namespace &&
      metadata.namespace !== namespace
    ) {
      throw badRequest(
        'the namespace of the provided object does not match the namespace sent on the request',
      );
    }
    metadata.namespace = namespace ?? metadata.namespace ?? 'default';
    checkNamespace(store, metadata.namespace, object, type);
  }
  if (!metadata.name && metadata.generateName) {
    metadata.name = `${metadata.generateName.slice(0, 58)}${randomSuffix()}`;
  }
}

/** Only a namespace that is there, and stays, takes new content. */
function checkNamespace(
  store: ObjectStore,
  namespace: string,
  object: KubeObject,
  type: ResourceType,
): void {
  const found = store.get('/namespaces', { name: namespace });
  if (!found) {
    throw notFound({ group: '', resource: 'namespaces' }, namespace);
  }
  if (found.metadata.deletionTimestamp) {
    throw forbidden(
      type,
      object.metadata.name ?? '',
      `unable to create new content in namespace ${namespace} because it is being terminated`,
      [
        {
          reason: 'NamespaceTerminating',
          message: `namespace ${namespace} is being terminated`,
          field: 'metadata.namespace',
        },
      ],
    );
  }
}
