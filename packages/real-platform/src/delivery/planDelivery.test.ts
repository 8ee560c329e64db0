import type { StoredObject } from '../store/ObjectStore';
import { planDelivery } from './planDelivery';

const stored = (key: string, etag: string): StoredObject => ({
  bucket: 'kratix',
  key,
  etag,
  content: Buffer.from(''),
  writtenAt: new Date(0),
});
const keysOf = (files: readonly { key: string }[]) =>
  files.map(({ key }) => key);

describe('planDelivery', () => {
  it('takes what is new and what has changed below the folder, and YAML alone', () => {
    const plan = planDelivery(
      new Map([
        ['platform/same.yaml', { etag: '1', objects: [] }],
        ['platform/changed.yaml', { etag: '1', objects: [] }],
      ]),
      [
        stored('platform/same.yaml', '1'),
        stored('platform/changed.yaml', '2'),
        stored('platform/new.yml', '1'),
        stored('platform/kratix-canary.txt', '1'),
        stored('platform-2/other.yaml', '1'),
      ],
      'platform/',
    );

    expect(keysOf(plan.changed)).toEqual([
      'platform/changed.yaml',
      'platform/new.yml',
    ]);
    expect(plan.removed).toEqual([]);
  });

  it('removes what was delivered and is not there any more', () => {
    const objects = [{ apiVersion: 'v1', kind: 'ConfigMap' }];
    const plan = planDelivery(
      new Map([['platform/gone.yaml', { etag: '1', objects }]]),
      [],
      'platform/',
    );

    expect(plan.removed).toEqual([{ key: 'platform/gone.yaml', objects }]);
  });
});
