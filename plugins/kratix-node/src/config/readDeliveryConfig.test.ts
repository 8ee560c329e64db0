import { ConfigReader } from '@backstage/config';
import { readDeliveryConfig } from './readDeliveryConfig';

const repository = {
  host: 'git.example.org',
  owner: 'acme',
  repo: 'orders',
  path: 'dev',
  branch: 'trunk',
};
const integrations = {
  gitea: [{ host: 'git.example.org' }],
  gitlab: [
    {
      host: 'gitlab.example.org',
      apiBaseUrl: 'https://gitlab.example.org/api/v4',
      token: 't',
    },
  ],
  bitbucketServer: [
    {
      host: 'bitbucket.example.org',
      apiBaseUrl: 'https://bitbucket.example.org/rest/api/1.0',
      token: 't',
    },
  ],
  azure: [{ host: 'dev.azure.com' }],
  gerrit: [
    { host: 'gerrit.example.org', gitilesBaseUrl: 'https://g.example.org' },
  ],
};

const read = (changes: object = {}, known: object = integrations) =>
  readDeliveryConfig(
    new ConfigReader({
      delivery: {
        mode: 'pull-request',
        repository: { ...repository, ...changes },
      },
    }),
    'kratix.platforms[0]',
    new ConfigReader({ integrations: { ...known } }),
  );

describe('readDeliveryConfig', () => {
  it.each([
    ['gitea', {}],
    ['gitlab', { host: 'gitlab.example.org', owner: 'acme/platform' }],
    ['bitbucketServer', { host: 'bitbucket.example.org', owner: '~ana' }],
    ['azure', { host: 'dev.azure.com', owner: 'acme/Our Platform' }],
  ])('reads the repository of pull requests on %s', (forge, changes) => {
    expect(read(changes)).toEqual({
      mode: 'pull-request',
      repository: { ...repository, ...changes, forge },
    });
  });

  it('has a default for folder and branch', () => {
    expect(read({ path: undefined, branch: undefined })).toMatchObject({
      repository: { path: '.', branch: 'main' },
    });
  });

  it.each([
    [
      'a host of no integration',
      { host: 'nowhere.example.org' },
      `'kratix.platforms[0].delivery.repository.host' is "nowhere.example.org"; no entry of 'integrations' is about it`,
    ],
    [
      'a host that knows no pull requests',
      { host: 'gerrit.example.org' },
      'integrations.gerrit opens no pull requests',
    ],
    [
      'a host that nobody gave credentials for',
      { host: 'github.com' },
      "'integrations.github'; it is missing",
    ],
    [
      'a folder elsewhere',
      { path: '../x' },
      `'kratix.platforms[0].delivery.repository.path' is "../x"`,
    ],
    ['an absolute folder', { path: '/x' }, 'allowed is a folder inside'],
    ['an owner that is a path', { owner: 'a/b' }, 'repository.owner'],
    [
      'a project without its organization',
      { host: 'dev.azure.com' },
      'allowed is organization/project',
    ],
    ['a repository that is a query', { repo: 'a?b' }, 'repository.repo'],
    ['a branch that readers mistake', { branch: 'a/b' }, 'without a /'],
  ])('refuses %s', (_, changes, message) => {
    expect(() => read(changes)).toThrow(message);
  });
});
