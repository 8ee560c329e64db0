import type {
  DeferredEntity,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import type { Mutation } from '../plan/mutation/Mutation';

/**
 * A mutation in the catalog's own shape. Every entity carries the provider's location key: without one,
 * anybody's file of the same name would take the entity over.
 * @internal
 */
export function toProviderMutation(
  mutation: Exclude<Mutation, { type: 'skip' }>,
  locationKey: string,
): EntityProviderMutation {
  const entities: DeferredEntity[] = mutation.upserts.map(({ entity }) => ({
    entity,
    locationKey,
  }));
  return mutation.type === 'full'
    ? { type: 'full', entities }
    : {
        type: 'delta',
        added: entities,
        removed: mutation.removals.map(entityRef => ({
          entityRef,
          locationKey,
        })),
      };
}
