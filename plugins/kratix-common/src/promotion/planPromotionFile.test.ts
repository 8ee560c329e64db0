import { planPromotionFile } from './planPromotionFile';

const manifest = {
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Promise',
  metadata: { name: 'redis', labels: { 'kratix.io/promise-version': 'v2' } },
  spec: {},
};

const plan = (
  text: string | undefined,
  changes: { version?: string; releaseName?: string } = {},
) =>
  planPromotionFile({
    ...{ manifest, promise: 'redis', version: 'v2', releaseName: undefined },
    ...changes,
    text,
  });

const promise = (name: string) =>
  `apiVersion: platform.kratix.io/v1alpha1\nkind: Promise\nmetadata: { name: ${name} }\n`;

const release = (version: string, url: string) => `# Kept by the platform team.
apiVersion: platform.kratix.io/v1alpha1
kind: PromiseRelease
metadata:
  name: redis
spec:
  version: ${version} # as on staging
  sourceRef:
    type: http
    url: ${url}
`;

describe('planPromotionFile', () => {
  it.each([
    ['there is none yet', undefined],
    ['it holds another state of it', promise('redis')],
  ])('writes the Promise where %s', (_, text) => {
    expect(plan(text)).toEqual({
      ok: true,
      text: expect.stringContaining('kratix.io/promise-version: v2'),
    });
  });

  it('changes the version of a PromiseRelease, and nothing else', () => {
    const url = 'https://promises.example.com/redis.yaml';

    expect(plan(release('v1', url), { releaseName: 'redis' })).toEqual({
      ok: true,
      text: release('v2', url),
      release: {
        ...{ name: 'redis', from: 'v1', to: 'v2', url },
        isUrlChanged: false,
      },
    });
  });

  it.each([
    ['https://e.com/v1/redis.yaml', 'https://e.com/v2/redis.yaml'],
    ['https://e.com/redis-v1.yaml', 'https://e.com/redis-v2.yaml'],
    ['https://e.com/r?ref=v1', 'https://e.com/r?ref=v2'],
    ['https://e.com/v1.2/redis.yaml', 'https://e.com/v1.2/redis.yaml'],
    ['https://e.com/rev1/redis.yaml', 'https://e.com/rev1/redis.yaml'],
    ['https://e.com/v10/redis.yaml', 'https://e.com/v10/redis.yaml'],
  ])('brings the version into the address: %s', (before, after) => {
    expect(plan(release('v1', before), { releaseName: 'redis' })).toMatchObject(
      { ok: true, text: release('v2', after) },
    );
  });

  it('takes a version for a text, also where it looks like a number', () => {
    const planned = plan(release('"1.9"', 'https://e.com'), {
      version: '1.10',
    });

    expect(planned).toMatchObject({
      text: expect.stringContaining('version: "1.10"'),
    });
  });

  it('leaves a file alone that has the version already', () => {
    const text = release('v2', 'https://e.com');

    expect(plan(text, { releaseName: 'redis' })).toMatchObject({ text });
  });

  it.each<[string, string | undefined, Parameters<typeof plan>[1], RegExp]>([
    ['another Promise', promise('kafka'), {}, /something else/],
    [
      'something else',
      'apiVersion: v1\nkind: Promise\nmetadata: { name: redis }',
      {},
      /something else/,
    ],
    [
      'more than one document',
      `${promise('redis')}---\n${promise('kafka')}`,
      {},
      /one YAML document/,
    ],
    ['no YAML', 'a: [', {}, /one YAML document/],
    [
      'another PromiseRelease',
      release('v1', 'https://e.com'),
      { releaseName: 'caches' },
      /something else/,
    ],
    [
      'the Promise that a PromiseRelease would put back',
      promise('redis'),
      { releaseName: 'redis' },
      /would put it back/,
    ],
    [
      'nothing of the PromiseRelease',
      undefined,
      { releaseName: 'redis' },
      /there is no file/,
    ],
  ])('refuses a file that holds %s', (_, text, changes, message) => {
    expect(plan(text, changes)).toEqual({
      ok: false,
      message: expect.stringMatching(message),
    });
  });

  it('refuses to name no version', () => {
    expect(
      planPromotionFile({
        ...{ manifest, promise: 'redis', version: undefined },
        releaseName: 'redis',
        text: release('v1', 'https://e.com'),
      }),
    ).toEqual({ ok: false, message: expect.stringContaining('has none') });
  });
});
