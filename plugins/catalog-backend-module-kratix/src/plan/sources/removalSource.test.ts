import type { Platform } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixEntityTransformer } from '@kratix-portal/backstage-plugin-kratix-node';
import { dev } from '../../__testUtils__/platformState';
import { buildSlice } from './buildSlice';
import { removalSource } from './removalSource';

const reviewed: Platform = {
  ...dev,
  delivery: {
    mode: 'pull-request',
    repository: {
      ...{ host: 'github.com', owner: 'acme', repo: 'orders' },
      ...{ path: '', branch: 'main', forge: 'github' },
    },
  },
};

function sliceWith(...transformers: KratixEntityTransformer[]) {
  const { slice } = buildSlice(
    removalSource({
      ...{ platform: reviewed, transformers },
      config: { select: 'all', isDestinationsIncluded: false },
    }),
    undefined,
  );
  return { ...slice, refs: [...slice.entities.keys()] };
}

describe('removalSource', () => {
  it('makes the Template that removes by pull request', () => {
    expect(sliceWith().refs).toEqual(['template:default/kratix_remove']);
  });

  it('lets an adopter change it, and keeps where it comes from', () => {
    const { entities } = sliceWith({
      platform: ({ entities: given, platform }) =>
        given.map(entity => ({
          ...entity,
          metadata: { name: entity.metadata.name, title: platform.title },
        })),
      promise: () => [],
    });

    const [entity] = entities.values();
    expect(entity?.metadata).toMatchObject({
      title: reviewed.title,
      annotations: {
        'backstage.io/managed-by-origin-location':
          expect.stringMatching(/^kratix:.*\/remove$/),
      },
    });
  });

  it('lets an adopter leave it out', () => {
    expect(sliceWith({ platform: () => [] }).refs).toEqual([]);
  });

  it('keeps the last one when a transformer fails', () => {
    const { refs, unsayable, problems } = sliceWith({
      platform: () => {
        throw new Error('no');
      },
    });

    expect(refs).toEqual([]);
    expect([...unsayable]).toEqual(['template:default/kratix_remove']);
    expect(problems).toMatchObject([
      { code: 'transformer-failed', kind: 'Template', name: 'kratix_remove' },
    ]);
  });
});
