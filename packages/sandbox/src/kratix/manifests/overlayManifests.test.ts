import { overlayManifests } from './overlayManifests';

const redis = {
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Promise',
  metadata: { name: 'redis' },
};
const request = (namespace: string, size: string) => ({
  apiVersion: 'example.org/v1',
  kind: 'Redis',
  metadata: { name: 'redis', namespace },
  spec: { size },
});

describe('overlayManifests', () => {
  it('replaces an object by the later one of its kind, namespace and name', () => {
    const newer = { ...redis, spec: { api: {} } };

    expect(
      overlayManifests([
        [redis, request('team-a', 'small'), request('team-b', 'small')],
        [newer, request('team-b', 'large')],
      ]),
    ).toEqual([newer, request('team-a', 'small'), request('team-b', 'large')]);
  });

  it('knows an object again in another version of its API', () => {
    const served = {
      ...request('team-a', 'small'),
      apiVersion: 'example.org/v2',
    };

    expect(overlayManifests([[request('team-a', 'small')], [served]])).toEqual([
      served,
    ]);
  });

  it('keeps what it cannot name', () => {
    expect(overlayManifests([[{}, 'text'], [{}]])).toEqual([{}, 'text', {}]);
  });
});
