import { parse } from 'yaml';
import { buildRequestManifest } from './buildRequestManifest';
import { toYaml } from './toYaml';

const api = {
  group: 'marketplace.kratix.io',
  version: 'v1alpha1',
  kind: 'Redis',
};

describe('buildRequestManifest', () => {
  it('says what is asked for, by whom and for whom', () => {
    expect(
      buildRequestManifest({
        api,
        namespace: 'team-a',
        name: 'cache',
        spec: { size: 'small' },
        owner: 'group:default/shop',
        requestedBy: 'user:default/ana',
        labels: { app: 'shop' },
      }),
    ).toEqual({
      apiVersion: 'marketplace.kratix.io/v1alpha1',
      kind: 'Redis',
      metadata: {
        name: 'cache',
        namespace: 'team-a',
        labels: { app: 'shop' },
        annotations: {
          'kratix-portal.io/owner': 'group:default/shop',
          'kratix.io/requested-by': 'user:default/ana',
        },
      },
      spec: { size: 'small' },
    });
  });

  it('holds nothing that was not said', () => {
    expect(
      buildRequestManifest({
        api,
        namespace: 'team-a',
        name: 'cache',
        spec: {},
        labels: {},
      }).metadata,
    ).toEqual({ name: 'cache', namespace: 'team-a' });
  });
});

describe('toYaml', () => {
  it('quotes what another reader would take for something else', () => {
    const spec = {
      country: 'no',
      zip: '01234',
      time: '12:30',
      version: '1.10',
      on: true,
      long: `${'word '.repeat(40)}end`,
      lines: 'a\nb\n',
    };

    const yaml = toYaml(spec);

    expect(parse(yaml, { version: '1.1' })).toEqual(spec);
    expect(parse(yaml, { version: '1.2' })).toEqual(spec);
    expect(yaml).toContain('country: "no"');
  });

  it('repeats what stands twice instead of pointing to it', () => {
    const shared = { a: 1 };

    expect(toYaml({ b: shared, c: shared })).toBe('b:\n  a: 1\nc:\n  a: 1\n');
  });
});
