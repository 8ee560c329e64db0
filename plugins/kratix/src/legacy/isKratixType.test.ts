import type { Entity } from '@backstage/catalog-model';
import { isKratixType } from './isKratixType';

function entity(changes: {
  annotation?: string;
  type?: string;
  kind?: string;
}): Entity {
  const { annotation, type, kind = 'Component' } = changes;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name: 'x',
      annotations:
        annotation === undefined ? undefined : { 'kratix.io/type': annotation },
    },
    spec: { type },
  };
}

describe('isKratixType', () => {
  it.each([
    { given: entity({ annotation: 'promise' }), is: 'promise' },
    { given: entity({ annotation: 'resource' }), is: 'resource' },
    { given: entity({ type: 'kratix-promise' }), is: 'promise' },
    { given: entity({ type: 'kratix-resource' }), is: 'resource' },
    {
      given: entity({ annotation: '', type: 'kratix-resource' }),
      is: 'resource',
    },
    {
      given: entity({ annotation: 'resource', type: 'kratix-promise' }),
      is: 'resource',
    },
    {
      given: entity({ annotation: 'other', type: 'kratix-promise' }),
      is: undefined,
    },
    { given: entity({ type: 'Kratix-Promise' }), is: undefined },
    {
      given: entity({ type: 'kratix-resource', kind: 'Template' }),
      is: undefined,
    },
    { given: entity({}), is: undefined },
  ])(
    'binds $given.metadata.annotations and $given.spec.type as $is',
    ({ given, is }) => {
      expect(isKratixType('promise')(given)).toBe(is === 'promise');
      expect(isKratixType('resource')(given)).toBe(is === 'resource');
    },
  );
});
