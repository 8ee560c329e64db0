import type { Entity } from '@backstage/catalog-model';
import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import { readEntityIdentity } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  anIncompleteEntity,
  aPromiseEntity,
  aRequestEntity,
} from '../__fixtures__';
import { isKratixType } from '../legacy/isKratixType';
import { promiseFilter, requestFilter } from './entityFilters';

function bound(changes: {
  annotation?: string;
  type?: string;
  kind?: string;
}): Entity {
  const { annotation, type, kind = 'Resource' } = changes;
  return {
    ...anIncompleteEntity(),
    kind,
    metadata: {
      name: 'x',
      annotations:
        annotation === undefined ? {} : { 'kratix.io/type': annotation },
    },
    spec: { type },
  };
}

describe('entity filters', () => {
  it.each([
    { entity: aRequestEntity('x'), is: 'request' },
    { entity: aPromiseEntity('x'), is: 'promise' },
    { entity: bound({ annotation: 'resource' }), is: 'request' },
    { entity: bound({ annotation: 'promise' }), is: 'promise' },
    { entity: bound({ type: 'kratix-resource' }), is: 'request' },
    { entity: bound({ type: 'kratix-promise' }), is: 'promise' },
    {
      entity: bound({ annotation: '', type: 'kratix-resource' }),
      is: 'request',
    },
    {
      entity: bound({ annotation: 'resource', type: 'kratix-promise' }),
      is: 'request',
    },
    {
      entity: bound({ annotation: 'destination', type: 'kratix-promise' }),
      is: undefined,
    },
    {
      entity: bound({ kind: 'Template', type: 'kratix-resource' }),
      is: undefined,
    },
    { entity: bound({ type: 'database' }), is: undefined },
    { entity: bound({}), is: undefined },
  ])(
    'show the card for $is where the identity is read so',
    ({ entity, is }) => {
      expect(evaluateFilterPredicate(requestFilter, entity)).toBe(
        is === 'request',
      );
      expect(evaluateFilterPredicate(promiseFilter, entity)).toBe(
        is === 'promise',
      );
      expect(readEntityIdentity(entity).type !== undefined).toBe(
        is !== undefined,
      );
    },
  );

  // As SKE's generator writes them into catalog files (ske-compatibility 1B): Components both.
  it.each([
    { type: 'promise', filter: promiseFilter, other: requestFilter },
    { type: 'resource', filter: requestFilter, other: promiseFilter },
  ] as const)(
    'show our pages for a $type of a catalog file, in both frontends',
    ({ type, filter, other }) => {
      const entity: Entity = {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'dev-jenkins',
          annotations: { 'kratix.io/type': type },
        },
        spec: {
          type: `kratix-${type}`,
          lifecycle: 'production',
          owner: 'kratix-platform',
        },
      };

      expect(evaluateFilterPredicate(filter, entity)).toBe(true);
      expect(evaluateFilterPredicate(other, entity)).toBe(false);
      expect(isKratixType(type)(entity)).toBe(true);
    },
  );
});
