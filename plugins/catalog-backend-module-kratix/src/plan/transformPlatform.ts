import type { Entity } from '@backstage/catalog-model';
import type { BuiltObject } from './sources/buildSlice';
import type { PlanOptions } from './PlanOptions';
import { transformEntities } from './transformEntities';

/**
 * What the adopter's transformers make of entities that follow from a platform's configuration alone.
 * @internal
 */
export function transformPlatform(
  entities: readonly Entity[],
  { platform, transformers }: PlanOptions,
): BuiltObject {
  return transformEntities({ entities, problems: [] }, transformers, {
    about: {
      platform: platform.name,
      kind: entities[0]?.kind ?? 'Template',
      name: entities[0]?.metadata.name ?? platform.name,
    },
    apply: (transformer, given) =>
      transformer.platform?.({ platform, entities: given }),
  });
}
