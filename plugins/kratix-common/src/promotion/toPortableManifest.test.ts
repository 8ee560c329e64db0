import { parsePromiseText } from '../kubernetes';
import { redisPromise } from '../__fixtures__/redisPromise';
import { asPromise } from '../__fixtures__/parsed';
import { comparePromises } from '../impact';
import { toManifestText, toPortableManifest } from './toPortableManifest';

describe('toPortableManifest', () => {
  it('keeps what the author wrote', () => {
    const promise = redisPromise();

    const parsed = parsePromiseText(
      toManifestText(toPortableManifest(promise as never)),
    );

    expect(
      parsed.ok && comparePromises(asPromise(promise), parsed.value),
    ).toEqual([]);
  });

  it('leaves behind what belongs to the platform', () => {
    expect(
      toPortableManifest({
        apiVersion: 'platform.kratix.io/v1alpha1',
        kind: 'Promise',
        metadata: {
          name: 'redis',
          uid: 'u',
          resourceVersion: '7',
          generation: 3,
          finalizers: ['kratix.io/x'],
          managedFields: [],
          labels: {
            'kratix.io/promise-version': 'v2',
            'kratix.io/paused': 'true',
            'kratix.io/promise-release-name': 'redis',
            'argocd.argoproj.io/instance': 'apps',
          },
          annotations: {
            'kratix-portal.io/title': 'Redis',
            'kratix-portal.io/last-operation': '{}',
            'kubectl.kubernetes.io/last-applied-configuration': '{}',
          },
        },
        spec: { api: {} },
        status: { status: 'Available' },
      }),
    ).toEqual({
      apiVersion: 'platform.kratix.io/v1alpha1',
      kind: 'Promise',
      metadata: {
        name: 'redis',
        labels: { 'kratix.io/promise-version': 'v2' },
        annotations: { 'kratix-portal.io/title': 'Redis' },
      },
      spec: { api: {} },
    });
  });
});
