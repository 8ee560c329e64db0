import type { Entity } from '@backstage/catalog-model';
import { entityAnnotations } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Whether an entity stands for a Promise or for a request, for `<EntitySwitch.Case if={…}>`. Bound by
 * `kratix.io/type`, then by `spec.type`; an unknown annotation blocks the fall-back, an empty one counts
 * as absent (ske-compatibility 1C).
 * @public
 */
export function isKratixType(
  type: 'promise' | 'resource',
): (entity: Entity) => boolean {
  return entity => {
    const annotation = entity.metadata.annotations?.[entityAnnotations.type];
    if (annotation) {
      return annotation === type;
    }
    return (
      entity.kind.toLowerCase() !== 'template' &&
      entity.spec?.type === `kratix-${type}`
    );
  };
}
