import { planReleaseManifest } from './planReleaseManifest';

const release = {
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'PromiseRelease',
  metadata: {
    name: 'redis',
    uid: '1',
    resourceVersion: '7',
    labels: { team: 'platform', 'argocd.argoproj.io/instance': 'x' },
    managedFields: [{ manager: 'kubectl' }],
  },
  spec: {
    version: 'v1',
    sourceRef: {
      type: 'http',
      url: 'https://e.com/api/v1/redis/v1.yaml',
      secretRef: { name: 'token', namespace: 'default' },
    },
  },
  status: { status: 'Installed' },
};

describe('planReleaseManifest', () => {
  it('changes the version and the address, and keeps what the author wrote', () => {
    expect(planReleaseManifest(release, 'v2')).toEqual({
      ok: true,
      release: {
        ...{ name: 'redis', from: 'v1', to: 'v2', isUrlChanged: true },
        url: 'https://e.com/api/v1/redis/v2.yaml',
      },
      manifest: {
        apiVersion: 'platform.kratix.io/v1alpha1',
        kind: 'PromiseRelease',
        metadata: { name: 'redis', uid: '1', labels: { team: 'platform' } },
        spec: {
          version: 'v2',
          sourceRef: {
            type: 'http',
            url: 'https://e.com/api/v1/redis/v2.yaml',
            secretRef: { name: 'token', namespace: 'default' },
          },
        },
      },
    });
  });

  it('gives a version to one that had none', () => {
    const { version: _, ...spec } = release.spec;

    expect(planReleaseManifest({ ...release, spec }, 'v2')).toMatchObject({
      ok: true,
      release: { name: 'redis', to: 'v2', isUrlChanged: false },
      manifest: { spec: { version: 'v2', sourceRef: spec.sourceRef } },
    });
  });

  it.each<[string, string | undefined, RegExp]>([
    ['has no version', undefined, /goes by versions/],
    ['has the version already', 'v1', /has version v1 already/],
  ])('changes nothing where the Promise %s', (_, version, message) => {
    expect(planReleaseManifest(release, version)).toEqual({
      ok: false,
      message: expect.stringMatching(message),
    });
  });
});
