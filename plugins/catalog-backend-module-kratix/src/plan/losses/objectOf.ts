import {
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import { entityAnnotations } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * An object of a cluster, or, where an entity follows from the configuration alone, that entity.
 * @internal
 */
export interface LossOwner {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/**
 * The object that an entity was made from, by where it says that it comes from: no transformer can change that
 * (`transformEntities`).
 * @internal
 */
export function objectOf({ kind, metadata }: Entity): LossOwner {
  const { annotations = {} } = metadata;
  const location = annotations[ANNOTATION_ORIGIN_LOCATION] ?? '';
  const [, collection, first, namespace, name] = location.split('/');
  switch (collection) {
    case 'promises':
      return { kind: 'Promise', name: first ?? metadata.name };
    case 'destinations':
      return { kind: 'Destination', name: first ?? metadata.name };
    case 'requests':
      return {
        // A transformer may have written anything there.
        kind: String(annotations[entityAnnotations.kind] ?? 'Request'),
        namespace: namespace ?? '',
        name: name ?? metadata.name,
      };
    default:
      return { kind, name: metadata.name };
  }
}
