import { createCluster } from '../../apiserver';
import { ManualClock } from '../testing/ManualClock';
import { applyManifest, parseManifest } from './applyManifest';

function create(annotations: Record<string, string>) {
  const clock = new ManualClock();
  const cluster = createCluster({ clock, log: () => {} });
  const manifest = parseManifest({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'settings', namespace: 'default', annotations },
  });
  const created =
    manifest && applyManifest(cluster, manifest, { fieldManager: 'test' });
  const createdAt = String(created?.metadata.creationTimestamp);
  return (clock.now() - Date.parse(createdAt)) / 1000;
}

describe('applyManifest', () => {
  it('creates an object now', () => {
    expect(create({})).toBe(0);
  });

  /** The page said "Ready for 3 h" of something that it said was asked for a minute ago. */
  it('makes what looks settled for hours older than that', () => {
    expect(create({ 'sandbox.kratix-portal.io/settled': '3h' })).toBe(
      3 * 3_600 + 60,
    );
  });
});
