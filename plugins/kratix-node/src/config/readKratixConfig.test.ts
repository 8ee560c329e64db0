import { ConfigReader } from '@backstage/config';
import type { JsonObject, JsonValue } from '@backstage/types';
import { readKratixConfig } from './readKratixConfig';

const connection = { kubeconfig: { path: '~/.kube/config' } };

function read(...platforms: JsonObject[]) {
  return readKratixConfig(new ConfigReader({ kratix: { platforms } }));
}

function readConnection(value: JsonValue, root: JsonObject = {}) {
  return readKratixConfig(
    new ConfigReader({
      ...root,
      kratix: { platforms: [{ name: 'dev', connection: value }] },
    }),
  ).platforms[0]?.connection;
}

describe('readKratixConfig', () => {
  it.each([{}, { kratix: {} }, { kratix: { platforms: [] } }])(
    'allows no platform at all: %j',
    data => {
      expect(readKratixConfig(new ConfigReader(data))).toEqual({
        platforms: [],
        catalog: {
          select: 'all',
          fullSync: { minutes: 10 },
          removalBrake: 0.5,
          isDestinationsIncluded: false,
        },
        attention: { stuckAfter: { minutes: 30 } },
      });
    },
  );

  it('takes how long something may be under way', () => {
    const config = new ConfigReader({
      kratix: { attention: { stuckAfter: '2h' } },
    });

    expect(readKratixConfig(config).attention).toEqual({
      stuckAfter: { hours: 2 },
    });
  });

  it('refuses that everything is stuck at once', () => {
    const config = new ConfigReader({
      kratix: { attention: { stuckAfter: { minutes: 0 } } },
    });

    expect(() => readKratixConfig(config)).toThrow(
      'kratix.attention.stuckAfter',
    );
  });

  it.each([
    [undefined, undefined],
    ['portal', undefined],
    ['ske', 'ske'],
  ])('reads naming %s of a platform', (naming, expected) => {
    const [entry] = read({
      name: 'dev',
      connection,
      catalog: { naming },
    }).platforms;

    expect(entry?.platform.naming).toBe(expected);
  });

  it('refuses a naming that nobody has', () => {
    expect(() =>
      read({ name: 'dev', connection, catalog: { naming: 'SKE' } }),
    ).toThrow('kratix.platforms[0].catalog.naming');
  });

  it.each([
    [{ select: 'labelled', instance: 'internal' }, { instance: 'internal' }],
    [{ select: 'labelled' }, 'labelled'],
  ])('reads the selection %j', (catalog, expected) => {
    const config = new ConfigReader({ kratix: { catalog } });

    expect(readKratixConfig(config).catalog.select).toEqual(expected);
  });

  it.each([
    { instance: 'internal' },
    { select: 'labelled', instance: 'a b' },
    { select: 'labelled', instance: 'a'.repeat(43) },
  ])('refuses the instance of %j', catalog => {
    const config = new ConfigReader({ kratix: { catalog } });

    expect(() => readKratixConfig(config)).toThrow('kratix.catalog.instance');
  });

  it('fills in every default', () => {
    expect(read({ name: 'dev', connection }).platforms).toEqual([
      {
        platform: {
          name: 'dev',
          title: 'dev',
          identity: 'impersonate',
          delivery: { mode: 'apply' },
          namespaces: [],
          catalogNamespace: 'default',
          defaultOwner: 'group:default/unknown',
          isSandbox: false,
        },
        connection: {
          type: 'kubeconfig',
          path: '~/.kube/config',
          context: undefined,
        },
        impersonation: { names: 'ref', userPrefix: '', groupPrefix: '' },
      },
    ]);
  });

  it('takes every value', () => {
    const config = readKratixConfig(
      new ConfigReader({
        kratix: {
          platforms: [
            {
              name: 'dev',
              title: 'Development',
              sandbox: true,
              connection: { kubeconfig: { path: '/k', context: 'kind-dev' } },
              identity: 'user-token',
              impersonation: {
                names: 'name',
                userPrefix: 'oidc:',
                groupPrefix: 'oidc:',
              },
              delivery: { mode: 'apply' },
              namespaces: ['team-*', 'shared'],
              catalog: { namespace: 'dev', defaultOwner: 'platform' },
            },
          ],
          catalog: {
            select: 'labelled',
            fullSync: { minutes: 1 },
            removalBrake: 1,
            destinations: true,
          },
        },
      }),
    );

    expect(config).toEqual({
      platforms: [
        {
          platform: {
            name: 'dev',
            title: 'Development',
            identity: 'user-token',
            delivery: { mode: 'apply' },
            namespaces: ['team-*', 'shared'],
            catalogNamespace: 'dev',
            defaultOwner: 'group:default/platform',
            isSandbox: true,
          },
          connection: { type: 'kubeconfig', path: '/k', context: 'kind-dev' },
          impersonation: {
            names: 'name',
            userPrefix: 'oidc:',
            groupPrefix: 'oidc:',
          },
        },
      ],
      catalog: {
        select: 'labelled',
        fullSync: { minutes: 1 },
        removalBrake: 1,
        isDestinationsIncluded: true,
      },
      attention: { stuckAfter: { minutes: 30 } },
    });
  });

  it.each<[string, JsonObject, string]>([
    ['a name', { name: 'Dev!' }, '\'kratix.platforms[0].name\' is "Dev!"'],
    [
      'an identity',
      { identity: 'root' },
      '\'kratix.platforms[0].identity\' is "root"; allowed is one of impersonate, user-token, service-account',
    ],
    [
      'a delivery mode',
      { delivery: { mode: 'fax' } },
      '\'kratix.platforms[0].delivery.mode\' is "fax"; allowed is one of apply, pull-request',
    ],
    [
      'delivery without a repository',
      { delivery: { mode: 'pull-request' } },
      "'kratix.platforms[0].delivery.repository'; it is missing",
    ],
    [
      'delivery to a host that nothing is known of',
      {
        delivery: {
          mode: 'pull-request',
          repository: { host: 'h', owner: 'o', repo: 'r' },
        },
      },
      "'kratix.platforms[0].delivery.repository.host' is \"h\"; no entry of 'integrations' is about it",
    ],
    [
      'a path out of the repository',
      {
        delivery: {
          mode: 'pull-request',
          repository: { host: 'h', owner: 'o', repo: 'r', path: '../x' },
        },
      },
      '\'kratix.platforms[0].delivery.repository.path\' is "../x"',
    ],
    [
      'a namespace pattern',
      { namespaces: ['ok', 'Team_*'] },
      '\'kratix.platforms[0].namespaces[1]\' is "Team_*"',
    ],
    [
      'a catalog namespace',
      { catalog: { namespace: 'Dev' } },
      '\'kratix.platforms[0].catalog.namespace\' is "Dev"',
    ],
    [
      'a default owner',
      { catalog: { defaultOwner: 'a/b/c' } },
      '\'kratix.platforms[0].catalog.defaultOwner\' is "a/b/c"',
    ],
    [
      'a prefix that makes Kubernetes system groups',
      { impersonation: { groupPrefix: 'system:' } },
      '\'kratix.platforms[0].impersonation.groupPrefix\' is "system:"',
    ],
    [
      'a prefix that breaks the header',
      { impersonation: { userPrefix: 'a\nb' } },
      "'kratix.platforms[0].impersonation.userPrefix'",
    ],
  ])('refuses %s, naming key, value and what is allowed', (_, wrong, text) => {
    expect(() => read({ name: 'dev', connection, ...wrong })).toThrow(text);
  });

  it('wants a catalog namespace of each of several platforms', () => {
    const first = { name: 'a', connection, catalog: { namespace: 'one' } };

    expect(() => read(first, { name: 'b', connection })).toThrow(
      "'kratix.platforms[1].catalog.namespace'; it is missing",
    );
    expect(() => read(first, { ...first, name: 'b' })).toThrow(
      '\'kratix.platforms[1].catalog.namespace\' is "one"; kratix.platforms[0] has the same',
    );
    expect(() => read(first, { ...first, name: 'a' })).toThrow(
      '\'kratix.platforms[1].name\' is "a"; kratix.platforms[0] has the same',
    );
  });

  it.each([0, -1, 1.1])('refuses a removal brake of %s', removalBrake => {
    const config = new ConfigReader({ kratix: { catalog: { removalBrake } } });

    expect(() => readKratixConfig(config)).toThrow(
      `'kratix.catalog.removalBrake' is ${removalBrake}`,
    );
  });

  describe('connection', () => {
    const url = 'https://api.example.org';

    it.each<[string, JsonValue, object]>([
      ['the Pod', { inCluster: true }, { type: 'inCluster' }],
      [
        'an address and a token',
        { cluster: { url, serviceAccountToken: 't', caData: 'Q0E=' } },
        {
          type: 'cluster',
          url,
          serviceAccountToken: 't',
          caData: 'Q0E=',
          skipTLSVerify: false,
        },
      ],
      [
        'an address and a file with a token',
        { cluster: { url, serviceAccountTokenFile: '/token', caFile: '/ca' } },
        {
          type: 'cluster',
          url,
          serviceAccountTokenFile: '/token',
          caFile: '/ca',
          skipTLSVerify: false,
        },
      ],
      [
        'this machine without encryption',
        { cluster: { url: 'http://127.0.0.1:8001', serviceAccountToken: 't' } },
        {
          type: 'cluster',
          url: 'http://127.0.0.1:8001',
          serviceAccountToken: 't',
          skipTLSVerify: false,
        },
      ],
    ])('takes %s', (_, value, expected) => {
      expect(readConnection(value)).toEqual(expected);
    });

    it.each<[string, JsonValue, string]>([
      ['none', {}, "connection' is []; allowed is exactly one of kubeconfig"],
      [
        'two',
        { inCluster: true, kubeconfig: { path: 'x' } },
        'is ["inCluster","kubeconfig"]; allowed is exactly one of',
      ],
      ['an unknown one', { ssh: {} }, 'is ["ssh"]; allowed is exactly one of'],
      [
        'a Pod that is none',
        { inCluster: false },
        "connection.inCluster' is false",
      ],
      [
        'no token',
        { cluster: { url } },
        'exactly one of serviceAccountToken and serviceAccountTokenFile',
      ],
      [
        'two certificate authorities',
        {
          cluster: { url, serviceAccountToken: 't', caData: 'a', caFile: 'b' },
        },
        'caData is given too',
      ],
      [
        'a token over the network in the clear',
        { cluster: { url: 'http://10.0.0.1', serviceAccountToken: 't' } },
        'connection.cluster.url\' is "http://10.0.0.1"; allowed is an https://',
      ],
    ])('refuses %s', (_, value, text) => {
      expect(() => readConnection(value)).toThrow(text);
    });

    it('never tells a token', () => {
      const both = {
        cluster: {
          url,
          serviceAccountToken: 's3cret',
          serviceAccountTokenFile: '/t',
        },
      };

      expect(() => readConnection(both)).toThrow(
        expect.objectContaining({
          message: expect.not.stringContaining('s3cret'),
        }),
      );
    });
  });

  describe('a cluster of the Kubernetes plugin', () => {
    const kubernetes = (cluster: JsonObject) => ({
      kubernetes: {
        clusterLocatorMethods: [
          { type: 'catalog' },
          { type: 'config', clusters: [cluster] },
        ],
      },
    });
    const wanted = { kubernetesPlugin: { cluster: 'dev' } };
    const cluster = {
      name: 'dev',
      url: 'https://api.example.org',
      authProvider: 'serviceAccount',
    };

    it('is taken over with its token', () => {
      expect(
        readConnection(
          wanted,
          kubernetes({ ...cluster, serviceAccountToken: 't', caData: 'Q0E=' }),
        ),
      ).toEqual({
        type: 'cluster',
        url: 'https://api.example.org',
        caData: 'Q0E=',
        serviceAccountToken: 't',
        skipTLSVerify: false,
      });
    });

    it('is read with the token of the Pod where it has none', () => {
      expect(readConnection(wanted, kubernetes(cluster))).toMatchObject({
        serviceAccountTokenFile:
          '/var/run/secrets/kubernetes.io/serviceaccount/token',
      });
    });

    it('is refused where it is unknown, naming those that are known', () => {
      expect(() =>
        readConnection(wanted, kubernetes({ ...cluster, name: 'prod' })),
      ).toThrow(
        'is "dev"; allowed is a cluster of kubernetes.clusterLocatorMethods of type config: prod',
      );
    });

    it('is refused where only a user may sign in to it', () => {
      expect(() =>
        readConnection(
          wanted,
          kubernetes({ ...cluster, authProvider: 'oidc' }),
        ),
      ).toThrow("its authProvider is 'oidc'");
    });
  });
});
