import {
  parsePromise,
  type KratixPromise,
  type PlatformSnapshot,
  type RequestManifest,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { FakeApiServer, type FakeObject } from '../__fixtures__/FakeApiServer';
import { paths, redis, redisPromise } from '../__fixtures__/kratixObjects';
import { HttpKubernetesConnection } from '../cluster/HttpKubernetesConnection';
import { KubeConfigSource } from '../cluster/access/KubeConfigSource';
import type { ClusterIdentity } from '../cluster/KubernetesConnection';
import { buildSnapshot } from '../state/buildSnapshot';
import { unknownPlatform } from '../state/PlatformState';
import { DefaultRequestClient } from './DefaultRequestClient';

const collection = '/apis/example.org/v1/namespaces/team-a/redises';
const target = `${collection}/one`;
const ref = { promise: 'redis', namespace: 'team-a', name: 'one' };
const manifest: RequestManifest = {
  apiVersion: 'example.org/v1',
  kind: 'Redis',
  metadata: { name: 'one', namespace: 'team-a' },
  spec: { size: 'small' },
};
const stored: FakeObject = {
  ...redis('one'),
  metadata: { ...redis('one').metadata, resourceVersion: '7' },
};
const overtaken = {
  kind: 'Status',
  code: 409,
  reason: 'Conflict',
  message: 'the object has been modified',
};
const notFound = {
  kind: 'Status',
  code: 404,
  reason: 'NotFound',
  details: { name: 'one' },
};

/** As the API server books who wrote what; the first entry is somebody else's. */
function managedBy(manager: string, operation: string): object {
  return {
    ...stored,
    metadata: {
      ...stored.metadata,
      managedFields: [
        { manager: 'kubectl', operation: 'Apply', fieldsV1: {} },
        { manager, operation, fieldsV1: {} },
      ],
    },
  };
}

describe('DefaultRequestClient', () => {
  const server = new FakeApiServer();
  let promise: KratixPromise;

  beforeEach(async () => {
    server.reset();
    await server.start();
    const parsed = parsePromise(redisPromise());
    if (!parsed.ok) {
      throw new Error(parsed.problem.message);
    }
    promise = parsed.value;
  });

  afterEach(() => server.stop());

  function createClient(
    options: {
      identity?: ClusterIdentity;
      snapshot?: PlatformSnapshot;
      namespaces?: string[];
    } = {},
  ): DefaultRequestClient {
    return new DefaultRequestClient({
      connection: new HttpKubernetesConnection(
        new KubeConfigSource({
          type: 'cluster',
          url: server.url,
          serviceAccountToken: 'portal',
          skipTLSVerify: false,
        }),
      ),
      identity: options.identity ?? { type: 'portal' },
      platform: {
        title: 'Development',
        namespaces: options.namespaces ?? [],
      },
      snapshot: () => options.snapshot ?? knowing(promise),
    });
  }

  function answer(
    method: string,
    path: string,
    status: number,
    body: object,
  ): void {
    const once = server.intercept((request, response) => {
      if (request.method !== method || request.path !== path) {
        return false;
      }
      once.restore();
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
      return true;
    });
  }

  describe('getDelivery', () => {
    const works = '/apis/platform.kratix.io/v1alpha1/namespaces/team-a/works';

    it('asks in the name of the actor', async () => {
      answer('GET', works, 200, { kind: 'WorkList', items: [] });

      const delivery = await createClient({
        identity: { type: 'impersonate', user: 'ana', groups: [] },
      }).getDelivery(ref);

      expect(delivery).toEqual({
        works: [],
        workPlacements: [],
        isComplete: true,
      });
      expect(server.requests[0]?.headers['impersonate-user']).toBe('ana');
    });

    it('does not take a refusal for an empty delivery', async () => {
      answer('GET', works, 403, { kind: 'Status', code: 403, message: 'no' });

      await expect(createClient().getDelivery(ref)).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
    });
  });

  describe('create', () => {
    it('posts as kratix-portal, so that only the API server decides', async () => {
      answer('POST', collection, 201, stored);

      const result = await createClient().create(promise, manifest);

      expect(result).toMatchObject({
        promiseName: 'redis',
        namespace: 'team-a',
        name: 'one',
        spec: { size: 'small' },
      });
      expect(server.requests.map(({ method }) => method)).toEqual(['POST']);
      const [request] = server.requests;
      expect(Object.fromEntries(request?.query ?? [])).toEqual({
        fieldManager: 'kratix-portal',
        fieldValidation: 'Strict',
      });
      expect(JSON.parse(request?.body ?? '')).toEqual(manifest);
    });

    it('makes what it created its own to apply, and lives with a refusal of that', async () => {
      answer('POST', collection, 201, managedBy('kratix-portal', 'Update'));
      answer('PATCH', target, 403, { kind: 'Status', code: 403 });

      await expect(
        createClient().create(promise, manifest),
      ).resolves.toMatchObject({ name: 'one' });

      const adoption = server.requests[1];
      expect(adoption?.headers['content-type']).toBe(
        'application/json-patch+json',
      );
      expect(JSON.parse(adoption?.body ?? '')).toEqual([
        {
          op: 'test',
          path: '/metadata/managedFields/1/manager',
          value: 'kratix-portal',
        },
        {
          op: 'test',
          path: '/metadata/managedFields/1/operation',
          value: 'Update',
        },
        {
          op: 'replace',
          path: '/metadata/managedFields/1/operation',
          value: 'Apply',
        },
      ]);
    });

    it('tries without writing', async () => {
      answer('POST', collection, 201, managedBy('kratix-portal', 'Update'));

      await createClient().create(promise, manifest, { dryRun: true });

      expect(server.requests).toHaveLength(1);
      expect(server.requests[0]?.query.get('dryRun')).toBe('All');
    });

    it('says that the name is taken', async () => {
      answer('POST', collection, 409, {
        kind: 'Status',
        code: 409,
        reason: 'AlreadyExists',
        message: 'redises.example.org "one" already exists',
      });

      await expect(
        createClient().create(promise, manifest),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message:
          'Request team-a/one of Promise redis exists already; choose another name, or change that one',
        // For pages in another language.
        wording: {
          key: 'refusal.existsAlready',
          params: {
            subject: {
              key: 'refusal.request',
              params: { request: 'team-a/one', promise: 'redis' },
            },
          },
        },
      });
    });

    it('hands the causes of a refusal on, field by field', async () => {
      const causes = [
        {
          reason: 'FieldValueNotSupported',
          message: 'Unsupported value: "huge"',
          field: 'spec.size',
        },
      ];
      answer('POST', collection, 422, {
        kind: 'Status',
        code: 422,
        message: 'Redis "one" is invalid',
        details: { causes },
      });

      await expect(
        createClient().create(promise, manifest),
      ).rejects.toMatchObject({
        name: 'InputError',
        message: 'Redis "one" is invalid',
        causes,
      });
    });

    it.each([
      [
        'another group',
        { ...manifest, apiVersion: 'rbac.authorization.k8s.io/v1' },
      ],
      [
        'a version that is not served',
        { ...manifest, apiVersion: 'example.org/v2' },
      ],
      ['another kind', { ...manifest, kind: 'Secret' }],
    ])('asks nothing for %s', async (_, wrong) => {
      await expect(createClient().create(promise, wrong)).rejects.toMatchObject(
        {
          name: 'InputError',
          message: expect.stringContaining('Redis in example.org/v1'),
        },
      );
      expect(server.requests).toEqual([]);
    });

    it('asks nothing for a Promise without an API', async () => {
      const { api: _, ...without } = promise;

      await expect(
        createClient().create(without, manifest),
      ).rejects.toMatchObject({
        name: 'InputError',
        message:
          'Promise redis has no API, so nothing can be requested from it',
      });
    });

    it('can be given up', async () => {
      const hang = server.intercept(() => true);
      const stop = new AbortController();
      const creating = createClient().create(promise, manifest, {
        signal: stop.signal,
      });

      stop.abort(new Error('given up'));

      await expect(creating).rejects.toThrow('given up');
      hang.restore();
    });
  });

  describe('change', () => {
    const change = (options: { dryRun?: boolean } = {}) =>
      createClient().change(promise, manifest, {
        ...options,
        existing: { uid: 'redis-one' } as ResourceRequest,
      });
    const patches = () =>
      server.requests.filter(({ method }) => method === 'PATCH');

    it('applies, without force, to exactly the object that it looked at', async () => {
      answer('GET', target, 200, stored);
      answer('PATCH', target, 200, stored);

      await change();

      const [request, ...others] = patches();
      expect(others).toEqual([]);
      expect(Object.fromEntries(request?.query ?? [])).toEqual({
        fieldManager: 'kratix-portal',
        force: 'false',
        fieldValidation: 'Strict',
      });
      expect(request?.headers['content-type']).toBe(
        'application/apply-patch+yaml',
      );
      expect(JSON.parse(request?.body ?? '')).toEqual({
        ...manifest,
        metadata: {
          ...manifest.metadata,
          uid: 'redis-one',
          resourceVersion: '7',
        },
      });
    });

    it('tries without writing', async () => {
      answer('GET', target, 200, managedBy('kratix-portal', 'Update'));
      answer('PATCH', target, 200, stored);

      await change({ dryRun: true });

      expect(patches()).toHaveLength(1);
      expect(patches()[0]?.query.get('dryRun')).toBe('All');
    });

    it('adopts first what is still booked as created', async () => {
      answer('GET', target, 200, managedBy('kratix-portal', 'Update'));
      answer('PATCH', target, 200, {
        ...stored,
        metadata: { ...stored.metadata, resourceVersion: '8' },
      });
      answer('PATCH', target, 200, stored);

      await change();

      expect(patches().map(({ headers }) => headers['content-type'])).toEqual([
        'application/json-patch+json',
        'application/apply-patch+yaml',
      ]);
      expect(JSON.parse(patches()[1]?.body ?? '')).toMatchObject({
        metadata: { resourceVersion: '8' },
      });
    });

    // Whoever changed an order right after placing it was told that "the server rejected our request due to an
    // error in our request" in 5 of 120 cases: Kratix's first writes move the entry that is adopted.
    it('adopts again when the entry has moved meanwhile', async () => {
      answer('GET', target, 200, managedBy('kratix-portal', 'Update'));
      answer('PATCH', target, 422, {
        kind: 'Status',
        code: 422,
        reason: 'Invalid',
        message:
          'the server rejected our request due to an error in our request',
      });
      answer('GET', target, 200, managedBy('kratix-portal', 'Update'));
      answer('PATCH', target, 200, stored);
      answer('PATCH', target, 200, stored);

      await change();

      expect(patches().map(({ headers }) => headers['content-type'])).toEqual([
        'application/json-patch+json',
        'application/json-patch+json',
        'application/apply-patch+yaml',
      ]);
    });

    it('tries again when only the status was written meanwhile', async () => {
      answer('GET', target, 200, stored);
      answer('PATCH', target, 409, overtaken);
      answer('GET', target, 200, {
        ...stored,
        metadata: { ...stored.metadata, resourceVersion: '9' },
      });
      answer('PATCH', target, 200, stored);

      await change();

      expect(
        patches().map(
          ({ body }) => JSON.parse(body ?? '').metadata.resourceVersion,
        ),
      ).toEqual(['7', '9']);
    });

    it.each<[string, object]>([
      ['another object of its name', { uid: 'another' }],
      ['one of which somebody asks something else by now', { generation: 2 }],
    ])('does not change %s', async (_, metadata) => {
      answer('GET', target, 200, {
        ...stored,
        metadata: { ...stored.metadata, ...metadata },
      });

      await expect(change()).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining('changed by somebody else meanwhile'),
      });
      expect(patches()).toEqual([]);
    });

    it('does not order again what was removed', async () => {
      answer('GET', target, 200, stored);
      answer('PATCH', target, 409, overtaken);
      answer('GET', target, 404, notFound);

      await expect(change()).rejects.toMatchObject({ name: 'NotFoundError' });
    });

    it('names who manages the fields that are not ours', async () => {
      answer('GET', target, 200, stored);
      answer('PATCH', target, 409, {
        kind: 'Status',
        code: 409,
        reason: 'Conflict',
        message:
          'Apply failed with 1 conflict: conflict with "argocd" using example.org/v1: .spec.size',
        details: {
          causes: [
            {
              reason: 'FieldManagerConflict',
              message: 'conflict with "argocd" using example.org/v1',
              field: '.spec.size',
            },
          ],
        },
      });

      await expect(change()).rejects.toMatchObject({
        name: 'ConflictError',
        message:
          'Request team-a/one of Promise redis is managed by argocd, which set .spec.size; change it there, or hand these fields over first',
      });
      expect(patches()).toHaveLength(1);
    });
  });

  describe('namespaces', () => {
    const existing = {} as ResourceRequest;

    it.each<[string, (client: DefaultRequestClient) => Promise<unknown>]>([
      ['get', client => client.get(ref)],
      ['create', client => client.create(promise, manifest)],
      ['change', client => client.change(promise, manifest, { existing })],
      ['delete', client => client.delete(ref)],
    ])('%s asks nothing outside of them', async (_, ask) => {
      const client = createClient({ namespaces: ['shared', 'team-b*'] });

      await expect(ask(client)).rejects.toMatchObject({
        name: 'InputError',
        message:
          'Requests on platform "Development" cannot live in namespace "team-a", only in shared, team-b*',
      });
      expect(server.requests).toEqual([]);
    });
  });

  describe('get and delete', () => {
    it('gets a request', async () => {
      answer('GET', target, 200, stored);

      await expect(createClient().get(ref)).resolves.toMatchObject({
        name: 'one',
        resourceVersion: '7',
      });
    });

    it('starts a removal', async () => {
      answer('DELETE', target, 200, { kind: 'Status', status: 'Success' });

      await createClient().delete(ref, { dryRun: true });

      expect(Object.fromEntries(server.requests[0]?.query ?? [])).toEqual({
        propagationPolicy: 'Background',
        dryRun: 'All',
      });
    });

    it('removes only the object that is meant', async () => {
      answer('DELETE', target, 200, { kind: 'Status', status: 'Success' });

      await createClient().delete(ref, { uid: 'redis-one' });

      expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({
        apiVersion: 'v1',
        kind: 'DeleteOptions',
        preconditions: { uid: 'redis-one' },
      });
    });

    it.each<[string, (client: DefaultRequestClient) => Promise<unknown>]>([
      ['get', client => client.get(ref)],
      ['delete', client => client.delete(ref)],
    ])(
      'does not take a Promise, or an API, that is missing for a missing request (%s)',
      async (method, ask) => {
        answer(method === 'get' ? 'GET' : 'DELETE', target, 404, {
          kind: 'Status',
          code: 404,
          message: 'the server could not find the requested resource',
        });
        await expect(ask(createClient())).rejects.toMatchObject({
          name: 'ServiceUnavailableError',
          message: expect.stringContaining(
            'does not serve redises.example.org',
          ),
        });

        const snapshot = buildSnapshot('dev', unknownPlatform);
        answer('GET', `${paths.promises}/redis`, 404, {
          kind: 'Status',
          code: 404,
          details: { name: 'redis' },
        });
        await expect(ask(createClient({ snapshot }))).rejects.toMatchObject({
          name: 'InputError',
          message: 'There is no Promise redis',
        });
      },
    );

    it('looks up a Promise that the watch has not told of yet', async () => {
      answer('GET', `${paths.promises}/redis`, 200, redisPromise());
      answer('GET', target, 200, stored);
      const snapshot = buildSnapshot('dev', unknownPlatform);

      await expect(createClient({ snapshot }).get(ref)).resolves.toMatchObject({
        name: 'one',
      });
    });

    it.each<[number, string]>([
      [401, 'AuthenticationError'],
      [403, 'NotAllowedError'],
      [404, 'NotFoundError'],
      [409, 'ConflictError'],
      [429, 'ServiceUnavailableError'],
      [500, 'ServiceUnavailableError'],
      [503, 'ServiceUnavailableError'],
    ])('tells a %s as %s', async (status, name) => {
      answer('GET', target, status, {
        kind: 'Status',
        code: status,
        details: { name: 'one' },
      });

      await expect(createClient().get(ref)).rejects.toMatchObject({ name });
    });

    it.each([401, 403])(
      'does not tell the %s that the portal itself meets as the one of the actor',
      async status => {
        answer('GET', `${paths.promises}/redis`, status, {
          kind: 'Status',
          code: status,
          message: 'promises is forbidden',
        });

        await expect(
          createClient({
            identity: { type: 'impersonate', user: 'ana', groups: [] },
          }).getPromise('redis'),
        ).rejects.toMatchObject({
          name: 'ServiceUnavailableError',
          wording: { key: 'refusal.portalMayNotRead' },
        });
      },
    );

    it('tells a server that is gone', async () => {
      await server.stop();

      await expect(createClient().get(ref)).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringContaining('nothing listens there'),
      });
    });
  });

  describe('identity', () => {
    it('sends every group of whom it impersonates', async () => {
      answer('GET', target, 200, stored);

      await createClient({
        identity: {
          type: 'impersonate',
          user: 'user:default/ana',
          groups: ['group:default/team-a', 'group:default/admins'],
        },
      }).get(ref);

      const headers = server.requests[0]?.rawHeaders ?? [];
      expect(valuesOf(headers, 'Impersonate-User')).toEqual([
        'user:default/ana',
      ]);
      expect(valuesOf(headers, 'Impersonate-Group')).toEqual([
        'group:default/team-a',
        'group:default/admins',
      ]);
      expect(valuesOf(headers, 'Authorization')).toEqual(['Bearer portal']);
    });

    it('signs in with the token of the user alone', async () => {
      answer('GET', target, 200, stored);

      await createClient({ identity: { type: 'token', token: 'hers' } }).get(
        ref,
      );

      const headers = server.requests[0]?.rawHeaders ?? [];
      expect(valuesOf(headers, 'Authorization')).toEqual(['Bearer hers']);
      expect(valuesOf(headers, 'Impersonate-User')).toEqual([]);
    });

    it('reads a Promise as the portal, whoever asks', async () => {
      answer('GET', `${paths.promises}/redis`, 200, redisPromise());

      await createClient({
        identity: { type: 'token', token: 'hers' },
      }).getPromise('redis');

      const headers = server.requests[0]?.rawHeaders ?? [];
      expect(valuesOf(headers, 'Authorization')).toEqual(['Bearer portal']);
    });
  });
});

function knowing(promise: KratixPromise): PlatformSnapshot {
  return {
    ...buildSnapshot('dev', unknownPlatform),
    promises: { state: 'synced', items: [promise], confirmedAt: 'now' },
  };
}

function valuesOf(rawHeaders: string[], name: string): string[] {
  return rawHeaders.filter(
    (_, index) =>
      index % 2 === 1 &&
      rawHeaders[index - 1]?.toLowerCase() === name.toLowerCase(),
  );
}
