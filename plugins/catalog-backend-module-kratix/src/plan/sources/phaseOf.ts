import type { Entity } from '@backstage/catalog-model';
import { entityAnnotations } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * The phase that an entity shows, if it shows one.
 * @internal
 */
export function phaseOf(entity: Entity): string | undefined {
  return entity.metadata.annotations?.[entityAnnotations.phase];
}
