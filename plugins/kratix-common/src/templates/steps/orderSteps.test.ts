import { assertCatalogTakes } from '../../__testUtils__/catalogRules';
import { asPromise } from '../../__fixtures__/parsed';
import { platform } from '../../__fixtures__/platform';
import { redisPromise } from '../../__fixtures__/redisPromise';
import type { ForgeType, Platform } from '../../model';
import { buildRemovalTemplate } from '../buildRemovalTemplate';
import { buildTemplate } from '../buildTemplate';

const reviewed = (forge: ForgeType): Platform => ({
  ...platform,
  delivery: {
    mode: 'pull-request',
    repository: {
      forge,
      host: 'git.example.org',
      owner: 'acme/web',
      repo: 'orders',
      path: '.',
      branch: 'main',
    },
  },
});

describe('steps of a platform that takes pull requests', () => {
  it.each([
    ['github', 'publish:github:pull-request', 'remoteUrl'],
    ['gitlab', 'publish:gitlab:merge-request', 'mergeRequestUrl'],
    ['bitbucketCloud', 'publish:bitbucketCloud:pull-request', 'pullRequestUrl'],
    [
      'bitbucketServer',
      'publish:bitbucketServer:pull-request',
      'pullRequestUrl',
    ],
    ['gitea', 'kratix:pull-request:open', 'url'],
    ['azure', 'kratix:pull-request:open', 'url'],
  ] as const)('write down and open one on %s', async (forge, action, url) => {
    const { template } = buildTemplate(
      asPromise(redisPromise()),
      reviewed(forge),
    );

    expect(template?.spec.steps.map(step => step.action)).toEqual([
      'kratix:resource:render',
      action,
    ]);
    expect(template?.spec.output).toMatchObject({
      links: [{ url: `\${{ steps.publish.output.${url} }}` }],
    });
    await assertCatalogTakes(required(template));
  });

  it.each([
    ['github', 'publish:github:pull-request'],
    ['gitlab', 'publish:gitlab:merge-request'],
    ['bitbucketCloud', 'kratix:pull-request:open'],
    ['gitea', 'kratix:pull-request:open'],
    ['azure', 'kratix:pull-request:open'],
  ] as const)('remove the file by review on %s', async (forge, action) => {
    const template = buildRemovalTemplate(reviewed(forge));

    expect(template?.spec.steps).toMatchObject([
      { action: 'kratix:resource:render', input: { mode: 'delete' } },
      { action },
    ]);
    await assertCatalogTakes(required(template));
  });

  it('offers no removal that the forge cannot do', () => {
    expect(buildRemovalTemplate(reviewed('bitbucketServer'))).toBeUndefined();
  });

  it('needs no Template of its own to remove where orders go straight to the platform', () => {
    expect(buildRemovalTemplate(platform)).toBeUndefined();
  });
});

function required<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Error('There is no Template');
  }
  return value;
}
