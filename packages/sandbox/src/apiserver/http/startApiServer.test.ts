import { createSandbox } from '../../createSandbox';
import type { Sandbox, SandboxOptions } from '../../createSandbox';
import {
  crds,
  database,
  databaseCrd,
  databases,
} from '../../testing/databaseCrd';
import { requestJson } from '../../testing/requestJson';
import type { TestRequest } from '../../testing/requestJson';
import { pods, simplePod } from '../../testing/simplePod';

const collection = '/apis/example.org/v1/namespaces/default/databases';
const apply = 'application/apply-patch+yaml';
const mergePatch = 'application/merge-patch+json';

const running: Sandbox[] = [];

async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await createSandbox({ empty: true, admin: true, ...options });
  running.push(sandbox);
  sandbox.cluster.create(crds, databaseCrd);
  return sandbox;
}

function ask(sandbox: Sandbox, path: string, request?: TestRequest) {
  return requestJson(`${sandbox.url}${path}`, request);
}

async function readWatch(
  sandbox: Sandbox,
  query: string,
  act: () => unknown,
  isEnough: (events: { type: string; object: never }[]) => boolean,
): Promise<{ type: string; object: Record<string, never> }[]> {
  const stop = new AbortController();
  const response = await fetch(`${sandbox.url}${collection}?watch=1&${query}`, {
    signal: stop.signal,
  });
  act();
  let text = '';
  const decoder = new TextDecoder();
  const events = () =>
    text
      .split('\n')
      .slice(0, -1)
      .map(line => JSON.parse(line));
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (isEnough(events())) {
      break;
    }
  }
  stop.abort();
  return events();
}

afterEach(async () => {
  await Promise.all(running.splice(0).map(sandbox => sandbox.close()));
});

describe('startApiServer', () => {
  it('answers a create with 201 and refuses a second one with 409', async () => {
    const sandbox = await start();

    const first = await ask(sandbox, collection, {
      method: 'POST',
      body: database('a'),
    });
    const second = await ask(sandbox, collection, {
      method: 'POST',
      body: database('a'),
    });

    expect(first.code).toBe(201);
    expect(first.body.spec).toEqual({ size: 'small', replicas: 1 });
    expect(second.code).toBe(409);
    expect(second.body).toMatchObject({
      kind: 'Status',
      reason: 'AlreadyExists',
      message: 'databases.example.org "a" already exists',
    });
  });

  it('refuses an invalid object with one cause for each field', async () => {
    const sandbox = await start();

    const { code, body } = await ask(sandbox, collection, {
      method: 'POST',
      body: database('a', { size: 'huge', replicas: 0 }),
    });

    expect(code).toBe(422);
    expect(body.details).toMatchObject({
      name: 'a',
      group: 'example.org',
      kind: 'Database',
      causes: [
        {
          reason: 'FieldValueNotSupported',
          field: 'spec.size',
          message:
            'Unsupported value: "huge": supported values: "small", "large"',
        },
        {
          reason: 'FieldValueInvalid',
          field: 'spec.replicas',
          message:
            'Invalid value: 0: spec.replicas in body should be greater than or equal to 1',
        },
      ],
    });
  });

  it.each([
    ['Strict', 400, null],
    ['Warn', 201, '299 - "unknown field \\"spec.colour\\""'],
    ['Ignore', 201, null],
  ])(
    'treats an unknown field as fieldValidation=%s says',
    async (validation, code, warning) => {
      const sandbox = await start();

      const answer = await ask(
        sandbox,
        `${collection}?fieldValidation=${validation}`,
        {
          method: 'POST',
          body: database('a', { size: 'small', colour: 'red' }),
        },
      );

      expect(answer.code).toBe(code);
      expect(answer.headers.get('warning')).toBe(warning);
    },
  );

  it('accepts and returns YAML', async () => {
    const sandbox = await start();
    const response = await fetch(`${sandbox.url}${collection}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/yaml',
        accept: 'application/yaml',
      },
      body: 'apiVersion: example.org/v1\nkind: Database\nmetadata: {name: a}\nspec: {size: large}\n',
    });

    expect(response.status).toBe(201);
    expect(await response.text()).toContain('size: large');
  });

  it('refuses a replacement that is based on an old version', async () => {
    const sandbox = await start();
    const created = sandbox.cluster.create(databases, database('a'));
    sandbox.cluster.mutate(databases, created.metadata, draft => {
      draft.spec = { size: 'large' };
    });

    const { code, body } = await ask(sandbox, `${collection}/a`, {
      method: 'PUT',
      body: created,
    });

    expect(code).toBe(409);
    expect(body.message).toContain('the object has been modified');
  });

  it.each([
    [
      'application/json-patch+json',
      [{ op: 'replace', path: '/spec/size', value: 'large' }],
      200,
    ],
    [mergePatch, { spec: { size: 'large' } }, 200],
    [
      'application/strategic-merge-patch+json',
      { spec: { size: 'large' } },
      415,
    ],
    ['application/apply-patch+cbor', {}, 415],
  ])('patches a custom resource with %s', async (type, body, code) => {
    const sandbox = await start();
    sandbox.cluster.create(databases, database('a'));

    const answer = await ask(sandbox, `${collection}/a`, {
      method: 'PATCH',
      type,
      body,
    });

    expect(answer.code).toBe(code);
    expect(
      sandbox.cluster.get(databases, { namespace: 'default', name: 'a' })?.spec,
    ).toEqual({ size: code === 200 ? 'large' : 'small', replicas: 1 });
  });

  it('merges lists of built-in types by key in a strategic patch', async () => {
    const sandbox = await start();
    sandbox.cluster.create(
      { group: '', version: 'v1', resource: 'pods' },
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'p', namespace: 'default' },
        spec: {
          containers: [
            { name: 'a', image: 'one' },
            { name: 'b', image: 'two' },
          ],
        },
      },
    );

    const { body } = await ask(sandbox, '/api/v1/namespaces/default/pods/p', {
      method: 'PATCH',
      type: 'application/strategic-merge-patch+json',
      body: { spec: { containers: [{ name: 'b', image: 'three' }] } },
    });

    expect(body.spec).toMatchObject({
      containers: [
        { name: 'a', image: 'one' },
        { name: 'b', image: 'three' },
      ],
    });
  });

  describe('server-side apply', () => {
    const applyAs = (
      sandbox: Sandbox,
      manager: string,
      spec: unknown,
      query = '',
    ) =>
      ask(sandbox, `${collection}/a?fieldManager=${manager}${query}`, {
        method: 'PATCH',
        type: apply,
        body: database('a', spec),
      });

    it('creates, then drops what its only owner no longer applies', async () => {
      const sandbox = await start();

      const created = await applyAs(sandbox, 'one', {
        size: 'small',
        users: [{ name: 'x', role: 'r' }, { name: 'y' }],
      });
      const updated = await applyAs(sandbox, 'one', {
        size: 'small',
        users: [{ name: 'y' }],
      });

      expect(created.code).toBe(201);
      expect(updated.code).toBe(200);
      expect(updated.body.spec).toEqual({
        size: 'small',
        replicas: 1,
        users: [{ name: 'y' }],
      });
    });

    it('keeps what another manager applies too', async () => {
      const sandbox = await start();
      await applyAs(sandbox, 'one', { size: 'small', users: [{ name: 'x' }] });
      await applyAs(sandbox, 'two', { size: 'small', users: [{ name: 'x' }] });

      const { body } = await applyAs(sandbox, 'one', { size: 'small' });

      expect(body.spec).toMatchObject({ users: [{ name: 'x' }] });
    });

    it('refuses to take a field from another manager unless forced', async () => {
      const sandbox = await start();
      await applyAs(sandbox, 'one', { size: 'small' });

      const refused = await applyAs(sandbox, 'two', { size: 'large' });
      const forced = await applyAs(
        sandbox,
        'two',
        { size: 'large' },
        '&force=true',
      );

      expect(refused.code).toBe(409);
      expect(refused.body).toMatchObject({
        message:
          'Apply failed with 1 conflict: conflict with "one": .spec.size',
        details: {
          causes: [
            {
              reason: 'FieldManagerConflict',
              message: 'conflict with "one"',
              field: '.spec.size',
            },
          ],
        },
      });
      expect(forced.body.spec).toMatchObject({ size: 'large' });
    });

    it('changes nothing when the same is applied again', async () => {
      const sandbox = await start();
      const first = await applyAs(sandbox, 'one', { size: 'small' });
      const second = await applyAs(sandbox, 'one', { size: 'small' });

      expect(second.body.metadata).toEqual(first.body.metadata);
    });

    it('stores nothing on a dry run', async () => {
      const sandbox = await start();

      const { code } = await applyAs(
        sandbox,
        'one',
        { size: 'small' },
        '&dryRun=All',
      );

      expect(code).toBe(201);
      expect((await ask(sandbox, `${collection}/a`)).code).toBe(404);
    });
  });

  it('lists in pages that show one moment, and expires them with the history', async () => {
    const sandbox = await start();
    ['a', 'b', 'c'].forEach(name =>
      sandbox.cluster.create(databases, database(name)),
    );
    const first = await ask(sandbox, `${collection}?limit=2`);
    const { continue: token, remainingItemCount } = first.body
      .metadata as never as Record<string, string>;
    sandbox.cluster.delete(databases, { namespace: 'default', name: 'c' });

    const second = await ask(
      sandbox,
      `${collection}?limit=2&continue=${token}`,
    );
    sandbox.expireHistory();
    sandbox.cluster.create(databases, database('d'));
    const late = await ask(sandbox, `${collection}?limit=2&continue=${token}`);

    expect(remainingItemCount).toBe(1);
    expect(second.body.items).toMatchObject([{ metadata: { name: 'c' } }]);
    expect(late.code).toBe(410);
    expect(late.body.reason).toBe('Expired');
  });

  it('selects by label and by field, and refuses fields it does not know', async () => {
    const sandbox = await start();
    sandbox.cluster.create(databases, {
      ...database('a'),
      metadata: { name: 'a', labels: { tier: 'gold' } },
    });
    sandbox.cluster.create(databases, database('b'));
    const names = async (query: string) =>
      (
        (await ask(sandbox, `${collection}?${query}`)).body.items as never as {
          metadata: { name: string };
        }[]
      ).map(({ metadata }) => metadata.name);

    expect(await names('labelSelector=tier%3Dgold')).toEqual(['a']);
    expect(await names('labelSelector=!tier')).toEqual(['b']);
    expect(await names('fieldSelector=metadata.name%3Db')).toEqual(['b']);
    expect(
      (await ask(sandbox, `${collection}?fieldSelector=spec.size%3Dx`)).code,
    ).toBe(400);
  });

  it('prints the columns of the author', async () => {
    const sandbox = await start();
    sandbox.cluster.create(databases, database('a'));
    sandbox.cluster.mutate(
      databases,
      { namespace: 'default', name: 'a' },
      draft => {
        draft.status = { conditions: [{ type: 'Ready', status: 'True' }] };
      },
      { subresource: 'status' },
    );

    const { body } = await ask(sandbox, collection, {
      accept: 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json',
    });

    expect(body.kind).toBe('Table');
    expect(body.rows).toMatchObject([{ cells: ['a', 'small', 'True'] }]);
  });

  describe('watch', () => {
    it('tells what happens after a version, and what enters and leaves a selection', async () => {
      const sandbox = await start();
      const created = sandbox.cluster.create(databases, database('a'));
      const label = (value?: string) =>
        sandbox.cluster.mutate(databases, created.metadata, draft => {
          draft.metadata.labels = value === undefined ? {} : { tier: value };
        });

      const events = await readWatch(
        sandbox,
        `labelSelector=tier&resourceVersion=${created.metadata.resourceVersion}`,
        () => {
          label('gold');
          label('silver');
          label();
        },
        seen => seen.length === 3,
      );

      expect(events.map(({ type }) => type)).toEqual([
        'ADDED',
        'MODIFIED',
        'DELETED',
      ]);
    });

    it('sends the state first when asked, and marks its end', async () => {
      const sandbox = await start();
      sandbox.cluster.create(databases, database('a'));

      const events = await readWatch(
        sandbox,
        'sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true',
        () => {},
        seen => seen.length === 2,
      );

      expect(events).toMatchObject([
        { type: 'ADDED', object: { metadata: { name: 'a' } } },
        {
          type: 'BOOKMARK',
          object: {
            metadata: { annotations: { 'k8s.io/initial-events-end': 'true' } },
          },
        },
      ]);
    });

    it('sends bookmarks while nothing happens', async () => {
      const sandbox = await start({ bookmarkIntervalMs: 20 });

      const events = await readWatch(
        sandbox,
        'allowWatchBookmarks=true',
        () => {},
        seen => seen.length === 2,
      );

      expect(events.map(({ type }) => type)).toEqual(['BOOKMARK', 'BOOKMARK']);
    });

    it('says in the stream that the history has expired', async () => {
      const sandbox = await start();
      const old = sandbox.cluster.create(databases, database('a'));
      sandbox.cluster.create(databases, database('b'));
      sandbox.expireHistory();

      const events = await readWatch(
        sandbox,
        `resourceVersion=${old.metadata.resourceVersion}`,
        () => {},
        () => false,
      );

      expect(events).toMatchObject([
        { type: 'ERROR', object: { code: 410, reason: 'Expired' } },
      ]);
    });
  });

  describe('identity', () => {
    const options: SandboxOptions = {
      authorization: 'rbac',
      tokens: {
        jane: { user: 'jane' },
        portal: { user: 'portal' },
      },
    };
    const grants = {
      group: 'rbac.authorization.k8s.io',
      version: 'v1',
    };
    const grant = (sandbox: Sandbox, user: string, rules: unknown[]) => {
      sandbox.cluster.create(
        { ...grants, resource: 'clusterroles' },
        {
          apiVersion: 'rbac.authorization.k8s.io/v1',
          kind: 'ClusterRole',
          metadata: { name: user },
          rules,
        },
      );
      sandbox.cluster.create(
        { ...grants, resource: 'clusterrolebindings' },
        {
          apiVersion: 'rbac.authorization.k8s.io/v1',
          kind: 'ClusterRoleBinding',
          metadata: { name: user },
          roleRef: {
            apiGroup: 'rbac.authorization.k8s.io',
            kind: 'ClusterRole',
            name: user,
          },
          subjects: [{ kind: 'User', name: user }],
        },
      );
    };

    it('forbids what no role allows, in the words of the API server', async () => {
      const sandbox = await start(options);

      const { code, body } = await ask(sandbox, collection, {
        headers: { authorization: 'Bearer jane' },
      });

      expect(code).toBe(403);
      expect(body.message).toBe(
        'databases.example.org is forbidden: User "jane" cannot list resource "databases" in API group "example.org" in the namespace "default"',
      );
    });

    it('refuses a token that it does not know', async () => {
      const sandbox = await start();

      const { code } = await ask(sandbox, collection, {
        headers: { authorization: 'Bearer made-up' },
      });

      expect(code).toBe(401);
    });

    it('lets one act for another where a role allows that, and remembers both', async () => {
      const sandbox = await start(options);
      grant(sandbox, 'portal', [
        { apiGroups: [''], resources: ['users'], verbs: ['impersonate'] },
      ]);
      grant(sandbox, 'jane', [
        { apiGroups: ['example.org'], resources: ['*'], verbs: ['list'] },
      ]);
      const asJane = (token: string) =>
        ask(sandbox, collection, {
          headers: {
            authorization: `Bearer ${token}`,
            'impersonate-user': 'jane',
          },
        });

      expect((await asJane('portal')).code).toBe(200);
      expect((await asJane('jane')).code).toBe(403);
      expect(sandbox.requests.entries()[0]).toMatchObject({
        verb: 'list',
        resource: 'databases',
        user: 'jane',
        impersonatedBy: 'portal',
      });
    });

    it('answers whether somebody may', async () => {
      const sandbox = await start(options);
      grant(sandbox, 'jane', [
        {
          apiGroups: ['example.org'],
          resources: ['databases'],
          verbs: ['get'],
        },
        {
          apiGroups: ['authorization.k8s.io'],
          resources: ['selfsubjectaccessreviews'],
          verbs: ['create'],
        },
      ]);
      const mayJane = async (verb: string) =>
        (
          await ask(
            sandbox,
            '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
            {
              method: 'POST',
              headers: { authorization: 'Bearer jane' },
              body: {
                apiVersion: 'authorization.k8s.io/v1',
                kind: 'SelfSubjectAccessReview',
                spec: {
                  resourceAttributes: {
                    group: 'example.org',
                    resource: 'databases',
                    verb,
                  },
                },
              },
            },
          )
        ).body.status;

      expect(await mayJane('get')).toMatchObject({ allowed: true });
      expect(await mayJane('delete')).toMatchObject({ allowed: false });
    });
  });

  describe('faults', () => {
    const fault = (sandbox: Sandbox, body: unknown) =>
      ask(sandbox, '/_sandbox/faults', { method: 'POST', body });

    it.each([
      ['forbid', 403],
      ['throttle', 429],
      ['expire', 410],
    ])('answers as %s says, as often as it says', async (kind, code) => {
      const sandbox = await start();
      await fault(sandbox, { kind, resource: 'databases', times: 1 });

      expect((await ask(sandbox, '/api/v1/pods')).code).toBe(200);
      expect((await ask(sandbox, collection)).code).toBe(code);
      expect((await ask(sandbox, collection)).code).toBe(200);
    });

    it('sends what cannot be parsed', async () => {
      const sandbox = await start();
      await fault(sandbox, { kind: 'corrupt', resource: 'databases' });

      await expect(ask(sandbox, collection)).rejects.toThrow(SyntaxError);
    });

    it('breaks the connection, or never answers', async () => {
      const sandbox = await start();
      await fault(sandbox, { kind: 'refuse', resource: 'databases', times: 1 });
      await expect(ask(sandbox, collection)).rejects.toThrow('fetch failed');

      await fault(sandbox, { kind: 'hang', resource: 'databases' });
      await expect(
        fetch(`${sandbox.url}${collection}`, {
          signal: AbortSignal.timeout(50),
        }),
      ).rejects.toThrow(/timeout/);
    });

    it('are not there unless asked for', async () => {
      const sandbox = await start({ admin: false });

      const answer = await fetch(`${sandbox.url}/_sandbox/faults`);

      expect(answer.status).toBe(404);
      expect(await answer.text()).toBe('404 page not found\n');
    });

    it('counts requests by verb and resource', async () => {
      const sandbox = await start();
      await ask(sandbox, collection);
      await ask(sandbox, collection);

      const { body } = await ask(sandbox, '/_sandbox/requests');

      expect(body.counts).toEqual({ 'list databases.example.org': 2 });
    });
  });

  it('streams a log until its container is done', async () => {
    const sandbox = await start();
    const { cluster } = sandbox;
    const pod = { namespace: 'default', name: 'p' };
    cluster.create(pods, simplePod('p'));
    cluster.logs.append(pod, 'main', 'first');
    cluster.logs.append(pod, 'main', 'second');

    const response = await fetch(
      `${sandbox.url}/api/v1/namespaces/default/pods/p/log?follow=true&tailLines=1`,
    );
    cluster.logs.append(pod, 'main', 'third');
    cluster.logs.close(pod, 'main');

    expect(await response.text()).toBe('second\nthird\n');
  });

  it('keeps the log of the attempt before a restart, and ends who follows it', async () => {
    const sandbox = await start();
    const { cluster } = sandbox;
    const pod = { namespace: 'default', name: 'p' };
    cluster.create(pods, simplePod('p'));
    const url = `${sandbox.url}/api/v1/namespaces/default/pods/p/log`;
    cluster.logs.append(pod, 'main', 'first attempt');
    expect((await fetch(`${url}?previous=true`)).status).toBe(400);
    const followed = await fetch(`${url}?follow=true`);

    cluster.logs.restart(pod, 'main');
    cluster.logs.append(pod, 'main', 'second attempt');

    expect(await followed.text()).toBe('first attempt\n');
    const read = async (query: string) =>
      (await fetch(`${url}${query}`)).text();
    expect(await read('?previous=true')).toBe('first attempt\n');
    expect(await read('')).toBe('second attempt\n');
  });
});
