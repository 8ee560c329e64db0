import {
  parseEntityRef,
  type CompoundEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { entityAnnotations } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * The Template that orders from a Promise, as its entity names it: a whole reference, or a bare name,
 * which then lives beside the entity. Undefined where none is named, or what is named is no reference.
 * @internal
 */
export function readTemplateRef(entity: Entity): CompoundEntityRef | undefined {
  const named = entity.metadata.annotations?.[entityAnnotations.template];
  if (!named) {
    return undefined;
  }
  try {
    return parseEntityRef(named, {
      defaultKind: 'template',
      defaultNamespace: entity.metadata.namespace,
    });
  } catch {
    return undefined;
  }
}
