import { findParents } from './findParents';

const cache = { promiseName: 'redis', namespace: 'team-a', name: 'shop-cache' };

describe('findParents', () => {
  it('reads the labels that Kratix itself reads', () => {
    const labels = {
      'kratix.io/parent-promise-name': 'app-stack',
      'kratix.io/parent-resource-name': 'shop',
      'kratix.io/parent-resource-namespace': 'team-b',
    };

    expect(findParents({ ...cache, labels })).toEqual([
      { promise: 'app-stack', namespace: 'team-b', name: 'shop' },
    ]);
  });

  it('reads the labels of the documentation, in the namespace of the part when none is named', () => {
    const labels = {
      'kratix.io/component-of-promise-name': 'app-stack',
      'kratix.io/component-of-resource-name': 'shop',
    };

    expect(findParents({ ...cache, labels })).toEqual([
      { promise: 'app-stack', namespace: 'team-a', name: 'shop' },
    ]);
  });

  it('takes a parent that both families name for one', () => {
    const labels = {
      'kratix.io/parent-promise-name': 'app-stack',
      'kratix.io/parent-resource-name': 'shop',
      'kratix.io/component-of-promise-name': 'app-stack',
      'kratix.io/component-of-resource-name': 'shop',
      'kratix.io/component-of-resource-namespace': 'team-a',
    };

    expect(findParents({ ...cache, labels })).toHaveLength(1);
  });

  it.each([
    ['nothing', {}],
    ['only a Promise', { 'kratix.io/parent-promise-name': 'app-stack' }],
    [
      'itself',
      {
        'kratix.io/parent-promise-name': 'redis',
        'kratix.io/parent-resource-name': 'shop-cache',
      },
    ],
  ])('finds no parent for labels that name %s', (_what, labels) => {
    expect(findParents({ ...cache, labels })).toEqual([]);
  });
});
