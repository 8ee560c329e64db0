import { buildAdoption } from './fieldManager';

const object = (...managedFields: object[]) => ({
  metadata: { managedFields },
});
const own = { manager: 'kratix-portal', fieldsV1: {} };

describe('buildAdoption', () => {
  it.each<[string, unknown]>([
    ['what was applied', object({ ...own, operation: 'Apply' })],
    ['what others manage', object({ manager: 'kubectl', operation: 'Update' })],
    [
      'what is applied beside it',
      object({ ...own, operation: 'Apply' }, { ...own, operation: 'Update' }),
    ],
    [
      'a subresource',
      object({ ...own, operation: 'Update', subresource: 'status' }),
    ],
    ['what tells no managers', { metadata: {} }],
    ['what is no object', 'redis'],
  ])('leaves %s', (_, json) => {
    expect(buildAdoption(json)).toBeUndefined();
  });

  it('adopts what was created', () => {
    expect(
      buildAdoption(
        object(
          { manager: 'kubectl', operation: 'Update' },
          { ...own, operation: 'Update' },
        ),
      )?.at(-1),
    ).toEqual({
      op: 'replace',
      path: '/metadata/managedFields/1/operation',
      value: 'Apply',
    });
  });
});
