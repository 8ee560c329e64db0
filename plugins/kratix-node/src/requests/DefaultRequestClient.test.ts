import {
  parsePromise,
  type KratixPromise,
  type PlatformSnapshot,
  type RequestManifest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { FakeApiServer, type FakeObject } from '../__fixtures__/FakeApiServer';
import { paths, redis, redisPromise } from '../__fixtures__/kratixObjects';
import { HttpKubernetesConnection } from '../cluster/HttpKubernetesConnection';
import { KubeConfigSource } from '../cluster/KubeConfigSource';
import type { ClusterIdentity } from '../cluster/KubernetesConnection';
import { buildSnapshot } from '../state/buildSnapshot';
import { unknownPlatform } from '../state/PlatformState';
import { DefaultRequestClient } from './DefaultRequestClient';

const target = '/apis/example.org/v1/namespaces/team-a/redises/one';
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
    options: { identity?: ClusterIdentity; snapshot?: PlatformSnapshot } = {},
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

  describe('apply', () => {
    it('applies on the server as kratix-portal, without force', async () => {
      answer('PATCH', target, 201, stored);

      const result = await createClient().apply(promise, manifest);

      expect(result).toMatchObject({
        promiseName: 'redis',
        namespace: 'team-a',
        name: 'one',
        spec: { size: 'small' },
      });
      const [request] = server.requests;
      expect(Object.fromEntries(request?.query ?? [])).toEqual({
        fieldManager: 'kratix-portal',
        force: 'false',
        fieldValidation: 'Strict',
      });
      expect(request?.headers['content-type']).toBe(
        'application/apply-patch+yaml',
      );
      expect(JSON.parse(request?.body ?? '')).toEqual(manifest);
    });

    it('tries without writing', async () => {
      answer('PATCH', target, 200, stored);

      await createClient().apply(promise, manifest, { dryRun: true });

      expect(server.requests[0]?.query.get('dryRun')).toBe('All');
    });

    it('names who manages the fields that are not ours', async () => {
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

      await expect(
        createClient().apply(promise, manifest),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message:
          'Request team-a/one of Promise redis is managed by argocd, which set .spec.size; change it there, or hand these fields over first',
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
      answer('PATCH', target, 422, {
        kind: 'Status',
        code: 422,
        message: 'Redis "one" is invalid',
        details: { causes },
      });

      await expect(
        createClient().apply(promise, manifest),
      ).rejects.toMatchObject({
        name: 'InputError',
        message: 'Redis "one" is invalid',
        causes,
      });
    });

    it('refuses to order over what exists', async () => {
      answer('GET', target, 200, stored);

      await expect(
        createClient().apply(promise, manifest, { expect: 'absent' }),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining('exists already'),
      });
      expect(server.requests.map(({ method }) => method)).toEqual(['GET']);
    });

    it('orders where nothing exists', async () => {
      answer('GET', target, 404, { kind: 'Status', code: 404 });
      answer('PATCH', target, 201, stored);

      await expect(
        createClient().apply(promise, manifest, { expect: 'absent' }),
      ).resolves.toMatchObject({ name: 'one' });
    });

    it('does not take "may not look" for "is not there"', async () => {
      answer('GET', target, 403, { kind: 'Status', code: 403, message: 'no' });

      await expect(
        createClient().apply(promise, manifest, { expect: 'absent' }),
      ).rejects.toMatchObject({ name: 'NotAllowedError' });
      expect(server.requests).toHaveLength(1);
    });

    it('refuses to change what was removed', async () => {
      answer('GET', target, 404, { kind: 'Status', code: 404 });

      await expect(
        createClient().apply(promise, manifest, { expect: 'present' }),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
      expect(server.requests).toHaveLength(1);
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
      await expect(createClient().apply(promise, wrong)).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining('Redis in example.org/v1'),
      });
      expect(server.requests).toEqual([]);
    });

    it('asks nothing for a Promise without an API', async () => {
      const { api: _, ...without } = promise;

      await expect(
        createClient().apply(without, manifest),
      ).rejects.toMatchObject({
        name: 'InputError',
        message:
          'Promise redis has no API, so nothing can be requested from it',
      });
    });

    it('can be given up', async () => {
      const hang = server.intercept(() => true);
      const stop = new AbortController();
      const applying = createClient().apply(promise, manifest, {
        signal: stop.signal,
      });

      stop.abort(new Error('given up'));

      await expect(applying).rejects.toThrow('given up');
      hang.restore();
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
      answer('GET', target, status, { kind: 'Status', code: status });

      await expect(createClient().get(ref)).rejects.toMatchObject({ name });
    });

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
