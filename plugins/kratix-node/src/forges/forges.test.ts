import type { DeliveryRepository } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  ScriptedForge,
  type ScriptedCall,
} from './__testUtils__/ScriptedForge';
import { AzureForge } from './AzureForge';
import { BitbucketCloudForge } from './BitbucketCloudForge';
import { BitbucketServerForge } from './BitbucketServerForge';
import type { Forge } from './Forge';
import { ForgeHttp } from './ForgeHttp';
import { GithubForge } from './GithubForge';
import { GitlabForge } from './GitlabForge';
import type { FileChange } from './PullRequestClient';

type ForgeName =
  | 'github'
  | 'gitlab'
  | 'bitbucketCloud'
  | 'bitbucketServer'
  | 'azure';

const head = 'kratix/dev/team-a/redis.example.com/cache/create-0123456789';
const foreign = 'renovate/redis-8';
const path = 'live/dev/team-a/redis.example.com/cache.yaml';

const makers: Readonly<
  Record<ForgeName, (http: ForgeHttp, repository: DeliveryRepository) => Forge>
> = {
  github: (http, repository) => new GithubForge(http, repository),
  gitlab: (http, repository) => new GitlabForge(http, repository),
  bitbucketCloud: (http, repository) =>
    new BitbucketCloudForge(http, repository),
  bitbucketServer: (http, repository) =>
    new BitbucketServerForge(http, repository),
  azure: (http, repository) =>
    new AzureForge(http, repository, 'https://dev.azure.com/acme/web'),
};

const expected = {
  number: 7,
  title: 'Order Redis',
  branch: {
    ...{ platform: 'dev', namespace: 'team-a', name: 'cache' },
    ...{ api: 'redis.example.com', operation: 'create' },
  },
  author: 'portal',
};

/** As the reference of each forge shows them, cut to what is beside the point too. */
const pulls = {
  github: (branch: string, number = 7) => ({
    ...{ id: 1, number, state: 'open', title: 'Order Redis', body: 'x' },
    html_url: `https://github.com/acme/orders/pull/${number}`,
    user: { login: 'portal', id: 1, type: 'Bot' },
    created_at: '2026-01-26T19:01:12Z',
    head: { label: `acme:${branch}`, ref: branch, sha: '6dcb09b' },
    base: { label: 'acme:main', ref: 'main' },
  }),
  gitlab: (branch: string, iid = 7) => ({
    ...{ id: 1, iid, project_id: 3, state: 'opened', title: 'Order Redis' },
    web_url: `https://gitlab.com/acme/orders/-/merge_requests/${iid}`,
    author: { id: 1, username: 'portal', name: 'Portal' },
    created_at: '2026-01-26T19:01:12.000Z',
    ...{ source_branch: branch, target_branch: 'main' },
  }),
  bitbucketCloud: (branch: string, id = 7) => ({
    ...{ type: 'pullrequest', id, state: 'OPEN', title: 'Order Redis' },
    links: {
      self: { href: 'https://api.bitbucket.org/2.0/repositories/x' },
      html: { href: `https://bitbucket.org/acme/orders/pull-requests/${id}` },
    },
    author: { display_name: 'portal', type: 'user' },
    created_on: '2026-01-26T19:01:12.000000+00:00',
    source: { branch: { name: branch } },
    destination: { branch: { name: 'main' } },
  }),
  bitbucketServer: (branch: string, id = 7) => ({
    ...{ id, version: 1, state: 'OPEN', open: true, title: 'Order Redis' },
    createdDate: Date.parse('2026-01-26T19:01:12Z'),
    fromRef: { id: `refs/heads/${branch}`, displayId: branch },
    toRef: { id: 'refs/heads/main', displayId: 'main' },
    author: { user: { name: 'p', displayName: 'portal' }, role: 'AUTHOR' },
    links: {
      self: [
        {
          href: `https://git.example.org/projects/acme/repos/orders/pull-requests/${id}`,
        },
      ],
    },
  }),
  azure: (branch: string, pullRequestId = 7) => ({
    ...{ pullRequestId, status: 'active', title: 'Order Redis' },
    createdBy: { displayName: 'portal', id: 'd6245f20' },
    creationDate: '2026-01-26T19:01:12.0000000Z',
    sourceRefName: `refs/heads/${branch}`,
    targetRefName: 'refs/heads/main',
  }),
} satisfies Record<ForgeName, (branch: string, number?: number) => unknown>;

const webUrls: Readonly<Record<ForgeName, string>> = {
  github: 'https://github.com/acme/orders/pull/7',
  gitlab: 'https://gitlab.com/acme/orders/-/merge_requests/7',
  bitbucketCloud: 'https://bitbucket.org/acme/orders/pull-requests/7',
  bitbucketServer:
    'https://git.example.org/projects/acme/repos/orders/pull-requests/7',
  azure: 'https://dev.azure.com/acme/web/_git/orders/pullrequest/7',
};

/** The call that lists, with items in the envelope that the forge puts them in. */
function listing(
  name: ForgeName,
  items: readonly unknown[],
  hasMore = false,
): ScriptedCall {
  switch (name) {
    case 'github':
      return {
        call: 'GET /repos/acme/orders/pulls',
        query: { state: 'open', base: 'main', per_page: '50' },
        answer: items,
      };
    case 'gitlab':
      return {
        call: 'GET /projects/acme%2Forders/merge_requests',
        query: { state: 'opened', target_branch: 'main', per_page: '50' },
        answer: items,
      };
    case 'bitbucketCloud':
      return {
        call: 'GET /repositories/acme/orders/pullrequests',
        query: {
          q: 'state = "OPEN" AND destination.branch.name = "main"',
          sort: '-created_on',
          pagelen: '50',
        },
        answer: {
          values: items,
          ...(hasMore && { next: 'https://api.bitbucket.org/2.0/next' }),
        },
      };
    case 'bitbucketServer':
      return {
        call: 'GET /projects/acme/repos/orders/pull-requests',
        query: { state: 'OPEN', at: 'refs/heads/main', limit: '50' },
        answer: { size: items.length, values: items, isLastPage: !hasMore },
      };
    case 'azure':
      return {
        call: 'GET /_apis/git/repositories/orders/pullrequests',
        query: {
          'searchCriteria.status': 'active',
          'searchCriteria.targetRefName': 'refs/heads/main',
          ...{ $top: '50', 'api-version': '7.1' },
        },
        answer: { count: items.length, value: items },
      };
    default:
      return name satisfies never;
  }
}

const names = Object.keys(makers) as ForgeName[];
const running: ScriptedForge[] = [];

async function start(name: ForgeName, calls: readonly ScriptedCall[]) {
  const scripted = await ScriptedForge.start(calls);
  running.push(scripted);
  const http = new ForgeHttp({
    baseUrl: scripted.url,
    host: 'git.example.org',
    authorize: async () => ({ authorization: 'Bearer secret' }),
  });
  return makers[name](http, {
    ...{ forge: name, host: 'git.example.org', owner: 'acme' },
    ...{ repo: 'orders', path: 'live', branch: 'main' },
  });
}

afterEach(async () => {
  await Promise.all(running.splice(0).map(each => each.end()));
});

describe.each(names)('what waits on %s', name => {
  it('is read, and what is not of the portal or not understood is left out', async () => {
    const forge = await start(name, [
      listing(name, [
        pulls[name](foreign, 8),
        pulls[name](head),
        { ...pulls[name](head), title: undefined },
        'nonsense',
      ]),
    ]);

    const { items, isComplete } = await forge.list();

    expect(items).toEqual([
      {
        ...expected,
        url: webUrls[name],
        openedAt: expect.stringMatching(/^2026-01-26T19:01:12/),
      },
    ]);
    expect(isComplete).toBe(true);
  });

  it('is known to be more than was read', async () => {
    const forge = await start(name, [
      listing(
        name,
        Array.from({ length: 50 }, (_, index) => pulls[name](head, index + 1)),
        true,
      ),
    ]);

    const { items, isComplete } = await forge.list();

    expect(items).toHaveLength(50);
    expect(isComplete).toBe(false);
  });

  it.each([
    [401, 'AuthenticationError'],
    [403, 'NotAllowedError'],
    [404, 'NotFoundError'],
    [409, 'ConflictError'],
    [429, 'ServiceUnavailableError'],
    [500, 'ServiceUnavailableError'],
  ])('is an error of its own for %s', async (status, error) => {
    const forge = await start(name, [
      {
        ...listing(name, []),
        status,
        answer: { message: 'because', error: { message: 'because' } },
      },
    ]);

    await expect(forge.list()).rejects.toMatchObject({
      name: error,
      message: expect.stringContaining('because'),
    });
  });

  it('is not nothing when the answer is no list', async () => {
    const forge = await start(name, [
      { ...listing(name, []), answer: '<html>Sign in</html>' },
    ]);

    await expect(forge.list()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });
});

const change: FileChange = {
  branch: head,
  title: 'Order Redis',
  description: 'It will be set up',
  path,
  content: 'kind: Redis\n',
};
const { content: _, ...removal } = change;

describe('Azure DevOps', () => {
  const found = (items: readonly unknown[]): ScriptedCall => {
    const { query, ...rest } = listing('azure', items);
    const ofBranch = `refs/heads/${head}`;
    return {
      ...rest,
      query: { ...query, 'searchCriteria.sourceRefName': ofBranch },
    };
  };
  const ref = (branch: string, objectId?: string): ScriptedCall => ({
    call: 'GET /_apis/git/repositories/orders/refs',
    query: { filter: `heads/${branch}`, 'api-version': '7.1' },
    // A filter is a prefix.
    answer: {
      value: [
        { name: `refs/heads/${branch}-2`, objectId: 'other' },
        ...(objectId ? [{ name: `refs/heads/${branch}`, objectId }] : []),
      ],
    },
  });
  const branched: ScriptedCall = {
    call: 'POST /_apis/git/repositories/orders/refs',
    query: { 'api-version': '7.1' },
    body: [
      {
        name: `refs/heads/${head}`,
        oldObjectId: '0'.repeat(40),
        newObjectId: 'base',
      },
    ],
    answer: { value: [{ success: true }] },
  };
  const items = (paths: readonly string[]): ScriptedCall => ({
    call: 'GET /_apis/git/repositories/orders/items',
    query: {
      scopePath: '/live/dev/team-a/redis.example.com',
      recursionLevel: 'OneLevel',
      'versionDescriptor.version': 'main',
      'versionDescriptor.versionType': 'branch',
      'api-version': '7.1',
    },
    answer: { value: paths.map(each => ({ path: each })) },
  });
  const pushed = (changed: object): ScriptedCall => ({
    call: 'POST /_apis/git/repositories/orders/pushes',
    query: { 'api-version': '7.1' },
    body: {
      refUpdates: [{ name: `refs/heads/${head}`, oldObjectId: 'base' }],
      commits: [{ comment: 'Order Redis', changes: [changed] }],
    },
    status: 201,
    answer: { pushId: 1 },
  });
  const opened: ScriptedCall = {
    call: 'POST /_apis/git/repositories/orders/pullrequests',
    query: { 'api-version': '7.1' },
    body: {
      sourceRefName: `refs/heads/${head}`,
      targetRefName: 'refs/heads/main',
      title: 'Order Redis',
      description: 'It will be set up',
    },
    status: 201,
    answer: pulls.azure(head),
  };
  const newContent = {
    content: Buffer.from('kind: Redis\n').toString('base64'),
    contentType: 'base64encoded',
  };

  it.each([
    ['adds', [`/${path}.bak`], 'add'],
    ['edits', [`/${path}`], 'edit'],
  ])('%s a file', async (_verb, paths, changeType) => {
    const forge = await start('azure', [
      ...[found([]), ref('main', 'base'), ref(head), branched, items(paths)],
      pushed({ changeType, item: { path: `/${path}` }, newContent }),
      opened,
    ]);

    await expect(forge.open?.(change)).resolves.toMatchObject({
      number: 7,
      url: webUrls.azure,
    });
  });

  it('adds to a folder that is not there yet', async () => {
    const forge = await start('azure', [
      ...[found([]), ref('main', 'base'), ref(head), branched],
      { ...items([]), status: 404, answer: { message: 'TF401174' } },
      pushed({ changeType: 'add', item: { path: `/${path}` }, newContent }),
      opened,
    ]);

    await expect(forge.open?.(change)).resolves.toMatchObject({ number: 7 });
  });

  it('removes a file', async () => {
    const forge = await start('azure', [
      ...[found([]), ref('main', 'base'), ref(head), branched],
      pushed({ changeType: 'delete', item: { path: `/${path}` } }),
      opened,
    ]);

    await expect(forge.open?.(removal)).resolves.toMatchObject({ number: 7 });
  });

  it('opens no second one for a task that runs again', async () => {
    const forge = await start('azure', [found([pulls.azure(head)])]);

    await expect(forge.open?.(change)).resolves.toMatchObject({ number: 7 });
  });

  it('goes on where a task was interrupted after its commit', async () => {
    const forge = await start('azure', [
      ...[found([]), ref('main', 'base'), ref(head, 'further'), opened],
    ]);

    await expect(forge.open?.(change)).resolves.toMatchObject({ number: 7 });
  });

  it('says that the branch to change is not there', async () => {
    const forge = await start('azure', [found([]), ref('main')]);

    await expect(forge.open?.(change)).rejects.toMatchObject({
      name: 'NotFoundError',
      message: 'orders has no branch main',
    });
  });
});

describe('Bitbucket Cloud', () => {
  const search = (items: readonly unknown[]): ScriptedCall => ({
    ...listing('bitbucketCloud', items),
    query: {
      q: `state = "OPEN" AND source.branch.name = "${head}"`,
      ...{ sort: '-created_on', pagelen: '50' },
    },
  });
  const branches = (values: readonly unknown[]): ScriptedCall => ({
    call: 'GET /repositories/acme/orders/refs/branches',
    query: { q: `name = "${head}"` },
    answer: { values },
  });
  const base: ScriptedCall = {
    call: 'GET /repositories/acme/orders/refs/branches/main',
    answer: { name: 'main', target: { hash: 'base' } },
  };
  const commit = (form: readonly string[]): ScriptedCall => ({
    call: 'POST /repositories/acme/orders/src',
    form: ['name="message"', 'name="branch"', head, 'name="parents"', ...form],
    status: 201,
    answer: '',
  });
  const opened: ScriptedCall = {
    call: 'POST /repositories/acme/orders/pullrequests',
    body: {
      title: 'Order Redis',
      description: 'It will be set up',
      source: { branch: { name: head } },
      destination: { branch: { name: 'main' } },
      close_source_branch: true,
    },
    status: 201,
    answer: pulls.bitbucketCloud(head),
  };

  it('removes a file by naming it without content', async () => {
    const forge = await start('bitbucketCloud', [
      ...[search([]), branches([]), base],
      commit([`name="files"\r\n\r\n${path}`]),
      opened,
    ]);

    await expect(forge.open?.(removal)).resolves.toMatchObject({
      url: webUrls.bitbucketCloud,
    });
  });

  it('writes a file under its path', async () => {
    const forge = await start('bitbucketCloud', [
      ...[search([]), branches([]), base],
      commit([`name="/${path}"; filename="cache.yaml"`, 'kind: Redis\n']),
      opened,
    ]);

    await expect(forge.open?.(change)).resolves.toMatchObject({ number: 7 });
  });

  it('opens no second one, and commits no second time, for a task that runs again', async () => {
    const again = await start('bitbucketCloud', [
      search([pulls.bitbucketCloud(head)]),
    ]);
    await expect(again.open?.(removal)).resolves.toMatchObject({ number: 7 });

    const interrupted = await start('bitbucketCloud', [
      ...[search([]), branches([{ name: head }]), opened],
    ]);
    await expect(interrupted.open?.(removal)).resolves.toMatchObject({
      number: 7,
    });
  });
});

it.each(['github', 'gitlab', 'bitbucketServer'] as const)(
  "leaves opening on %s to Backstage's own action",
  async name => {
    const forge = await start(name, []);

    expect(forge.open).toBeUndefined();
  },
);
