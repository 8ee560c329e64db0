import type { KubernetesObject } from '@kubernetes/client-node';
import { withoutUndeclared } from './withoutUndeclared';

const definition = {
  kind: 'CustomResourceDefinition',
  spec: {
    names: { kind: 'Destination' },
    versions: [
      {
        name: 'v1alpha1',
        schema: {
          openAPIV3Schema: {
            properties: { spec: { properties: { path: { type: 'string' } } } },
          },
        },
      },
    ],
  },
} as KubernetesObject;

describe('withoutUndeclared', () => {
  const destination = {
    kind: 'Destination',
    metadata: { name: 'dev' },
    spec: { path: 'dev', cleanup: 'all' },
  } as KubernetesObject;

  it('drops what this version of the kind does not have', () => {
    const kept = withoutUndeclared(destination, [definition]);

    expect(kept).toEqual({
      kind: 'Destination',
      metadata: { name: 'dev' },
      spec: { path: 'dev' },
    });
  });

  it.each([
    ['of a kind that is not among the definitions', destination, []],
    [
      'without a spec',
      { kind: 'Destination', metadata: { name: 'dev' } },
      [definition],
    ],
  ])('leaves an object %s as it is', (_what, manifest, definitions) => {
    expect(withoutUndeclared(manifest, definitions)).toBe(manifest);
  });
});
