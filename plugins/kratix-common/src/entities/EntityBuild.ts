import type { Entity } from '@backstage/catalog-model';
import type { Problem } from '../model';

/**
 * The entity of one cluster object, and what of the object could not go into it.
 * @public
 */
export interface EntityBuild {
  readonly entity: Entity;
  readonly problems: readonly Problem[];
}

/**
 * The entities of one cluster object, and what of the object could not go into them. What was wrong with the
 * object when it was read is not said again.
 * @public
 */
export interface EntitiesBuild {
  readonly entities: readonly Entity[];
  readonly problems: readonly Problem[];
}
