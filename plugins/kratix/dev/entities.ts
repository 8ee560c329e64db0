import type { Entity } from '@backstage/catalog-model';
import {
  anIncompleteEntity,
  aPromiseEntity,
  aRequestEntity,
  promiseStates,
  requestStates,
} from '../src/__fixtures__';

/**
 * Entities for each state; the name of the object is the name of the state.
 */
export const devEntities: readonly Entity[] = [
  ...requestStates(0).map(({ id }) =>
    rename(aRequestEntity(id), `request.${id}`),
  ),
  ...promiseStates(0).map(({ id }) =>
    rename(aPromiseEntity(id), `promise.${id}`),
  ),
  rename(anIncompleteEntity(), 'request.incomplete'),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'ana', title: 'Ana' },
    spec: { memberOf: [], profile: { displayName: 'Ana' } },
  },
];

function rename(entity: Entity, name: string): Entity {
  return { ...entity, metadata: { ...entity.metadata, name } };
}
