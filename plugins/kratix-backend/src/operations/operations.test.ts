import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  ConflictError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  kratixOperationPaths,
  kratixPaths,
  kratixRequestCreatePermission,
  kratixRequestPausePermission,
  operationResponseSchema,
  requestOperationsResponseSchema,
  type Platform,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  RequestOperations,
  Validation,
} from '@kratix-portal/backstage-plugin-kratix-node';
import request from 'supertest';
import {
  platformNamed,
  redisPromise,
  redisRequest,
  synced,
} from '../__testUtils__/redis';
import {
  allow,
  deny,
  startKratixBackend,
  type Decisions,
} from '../__testUtils__/startKratixBackend';
import {
  createKratixOrderConditionalDecision,
  createKratixRequestConditionalDecision,
  kratixOrderConditions,
  kratixRequestConditions,
} from '../index';

const ref = {
  platform: 'dev',
  promise: 'redis',
  namespace: 'team-a',
  name: 'cache',
};
const pausePath = kratixOperationPaths.operation(ref, 'pause');
const known = redisRequest('team-a', 'cache');
const body = { uid: known.uid };

/** Writes that succeed, and remember what they were asked. */
function recorder() {
  const done = jest.fn(async () => known);
  const operations = {
    validate: jest.fn(
      async (): Promise<Validation> => ({ ok: true, request: known }),
    ),
    delete: jest.fn(async () => undefined),
    rerun: done,
    pause: done,
    unpause: done,
    resumeWorkflow: done,
    retryNow: done,
    getBinding: jest.fn(async () => undefined),
    setVersion: jest.fn(),
    startPreview: jest.fn(async () => ({ ...ref, preview: 'portal-1' })),
    readPreview: jest.fn(async () => ({
      state: 'running' as const,
      isIgnored: false,
    })),
    removePreview: jest.fn(async () => undefined),
  } satisfies Record<keyof RequestOperations, unknown>;
  return operations as typeof operations & RequestOperations;
}

async function start(
  options: {
    decisions?: Decisions;
    requests?: readonly (typeof known)[];
    platform?: Partial<Platform>;
    schema?: JsonObject;
  } = {},
) {
  const event = { success: jest.fn(), fail: jest.fn() };
  const createEvent = jest.fn(async () => event);
  const auditor = mockServices.auditor.mock({ createEvent });
  const backend = await startKratixBackend({
    decisions: options.decisions,
    platforms: [{ ...platformNamed('dev'), ...options.platform }],
    features: [auditor.factory],
  });
  const promise = redisPromise();
  const { schema } = options;
  backend.kratix.change('dev', {
    promises: synced([
      {
        ...promise,
        ...(schema && promise.api && { api: { ...promise.api, schema } }),
        workflows: {
          resourceConfigure: [{ name: 'configure', hash: 'h', containers: [] }],
          resourceDelete: [],
          promiseConfigure: [],
          promiseDelete: [],
        },
      },
    ]),
    requests: new Map([['redis', synced([...(options.requests ?? [known])])]]),
  });
  backend.kratix.setDelivery(() => ({
    works: [],
    workPlacements: [],
    isComplete: true,
  }));
  const operations = recorder();
  backend.kratix.setOperations(operations);
  return { ...backend, operations, createEvent, event };
}

describe('operations', () => {
  it('are told with the reasons why not', async () => {
    const { get } = await start({
      decisions: { rest: allow, [kratixRequestPausePermission.name]: deny },
    });

    const { status, body: json } = await get(
      kratixOperationPaths.operations(ref),
    );

    expect(status).toBe(200);
    const response = requestOperationsResponseSchema.parse(json);
    expect(response.uid).toBe(known.uid);
    const by = Object.fromEntries(
      response.operations.map(one => [one.name, one]),
    );
    expect(by.delete).toEqual({ name: 'delete', availability: 'available' });
    expect(by.pause).toMatchObject({
      availability: 'forbidden',
      permission: 'kratix.request.pause',
    });
    expect(by.unpause).toMatchObject({
      availability: 'unavailable',
      reason: 'It is not paused.',
    });
    expect(response.update?.formData).toMatchObject({
      objname: 'cache',
      objnamespace: 'team-a',
    });
  });

  it.each([
    ['github', undefined],
    [
      'bitbucketServer',
      expect.stringMatching(
        /Remove live\/dev\/team-a\/redis\.[\w.]+\/cache\.yaml from the branch main of acme\/orders/,
      ),
    ],
  ] as const)(
    'say at once whether a removal can be reviewed on %s',
    async (forge, reason) => {
      const { get } = await start({
        platform: {
          delivery: {
            mode: 'pull-request',
            repository: {
              ...{ forge, host: 'git.example.org', owner: 'acme' },
              ...{ repo: 'orders', path: 'live', branch: 'main' },
            },
          },
        },
      });

      const { body: json } = await get(kratixOperationPaths.operations(ref));

      const response = requestOperationsResponseSchema.parse(json);
      expect(
        response.operations.find(({ name }) => name === 'delete')?.reason,
      ).toEqual(reason);
      // Nothing else removes it.
      expect(response.removal).toBeDefined();
    },
  );

  it('do what they say, in the name of the person, and are audited', async () => {
    const { post, operations, createEvent, event } = await start();

    const { status, body: json } = await post(pausePath, {
      ...body,
      note: 'Holiday',
    });

    expect(status).toBe(202);
    expect(operationResponseSchema.parse(json)).toMatchObject({
      operation: 'pause',
    });
    expect(operations.pause).toHaveBeenCalledWith(
      ref,
      expect.objectContaining({ uid: known.uid, note: 'Holiday' }),
    );
    expect(createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'kratix-request-write',
        meta: { actionType: 'pause', note: 'Holiday', ...ref },
      }),
    );
    expect(event.success).toHaveBeenCalledTimes(1);
  });

  it('are refused without the permission, which is audited too', async () => {
    const { post, operations, event } = await start({
      decisions: { rest: allow, [kratixRequestPausePermission.name]: deny },
    });

    const { status, body: json } = await post(pausePath, body);

    expect(status).toBe(403);
    expect(json.error.message).toContain('kratix.request.pause');
    expect(operations.pause).not.toHaveBeenCalled();
    expect(event.fail).toHaveBeenCalledTimes(1);
  });

  it('know only the requests that the permission is for', async () => {
    const { post, operations } = await start({
      decisions: {
        rest: allow,
        [kratixRequestPausePermission.name]:
          createKratixRequestConditionalDecision(
            kratixRequestPausePermission,
            kratixRequestConditions.inNamespace({ namespaces: ['team-b'] }),
          ),
      },
    });

    expect((await post(pausePath, body)).status).toBe(403);
    expect(operations.pause).not.toHaveBeenCalled();
  });

  it.each([
    { what: 'cannot be read', decisions: { rest: deny }, status: 403 },
    {
      what: 'is not there',
      decisions: { rest: allow },
      path: kratixOperationPaths.operation({ ...ref, name: 'x' }, 'pause'),
      status: 404,
    },
  ])('say nothing of a request that $what', async given => {
    const { post, operations } = await start({ decisions: given.decisions });

    const { status } = await post(given.path ?? pausePath, body);

    expect(status).toBe(given.status);
    expect(operations.pause).not.toHaveBeenCalled();
  });

  it('are refused, in words, where they make no sense', async () => {
    const { post, operations } = await start();

    const { status, body: json } = await post(
      kratixOperationPaths.operation(ref, 'resume'),
      body,
    );

    expect(status).toBe(409);
    expect(json.error).toMatchObject({
      message: 'Its workflow does not wait.',
      wording: { key: 'operation.doesNotWait' },
    });
    expect(operations.resumeWorkflow).not.toHaveBeenCalled();
  });

  it.each([
    ['no object is named', {}, 400],
    ['something is sent that nobody asked for', { ...body, force: true }, 400],
  ])('are refused where %s', async (_, sent, expected) => {
    const { post } = await start();

    expect((await post(pausePath, sent)).status).toBe(expected);
  });

  it('cannot be sent by a form of a foreign page', async () => {
    const { server, operations } = await start();

    const { status } = await request(server)
      .post(`/api/kratix${pausePath}`)
      .set('authorization', mockCredentials.user.header())
      .type('form')
      .send(body);

    expect(status).toBe(400);
    expect(operations.pause).not.toHaveBeenCalled();
  });

  it('need a person', async () => {
    const { server } = await start();

    const nobody = await request(server)
      .post(`/api/kratix${pausePath}`)
      .set('authorization', mockCredentials.none.header())
      .send(body);
    const service = await request(server)
      .post(`/api/kratix${pausePath}`)
      .set('authorization', mockCredentials.service.header())
      .send(body);

    expect(nobody.status).toBe(401);
    expect(service.status).toBe(403);
  });

  it('pass on what the platform says, and record only what it is about', async () => {
    const { post, operations, event } = await start();
    operations.pause.mockRejectedValueOnce(
      new ConflictError('managed by argocd-controller'),
    );

    const { status, body: json } = await post(pausePath, body);

    expect(status).toBe(409);
    expect(json.error.message).toBe('managed by argocd-controller');
    expect(event.fail).toHaveBeenCalledWith({
      error: expect.objectContaining({ message: 'ConflictError' }),
    });
  });

  it('remove, and only the object that was meant', async () => {
    const { server, operations } = await start();
    const remove = (path: string) =>
      request(server)
        .delete(`/api/kratix${path}`)
        .set('authorization', mockCredentials.user.header());

    expect((await remove(kratixPaths.request(ref))).status).toBe(400);
    const { status } = await remove(kratixOperationPaths.delete(ref, 'u1'));

    expect(status).toBe(202);
    expect(operations.delete).toHaveBeenCalledWith(ref, { uid: 'u1' });
  });

  it('leave alone what belongs to a compound request', async () => {
    const child = {
      ...known,
      labels: {
        ...known.labels,
        'kratix.io/parent-promise-name': 'app',
        'kratix.io/parent-resource-name': 'shop',
      },
    };
    const { server, operations } = await start({ requests: [child] });

    const { status, body: json } = await request(server)
      .delete(`/api/kratix${kratixOperationPaths.delete(ref, child.uid)}`)
      .set('authorization', mockCredentials.user.header());

    expect(status).toBe(409);
    expect(json.error.message).toContain('part of shop');
    expect(operations.delete).not.toHaveBeenCalled();
  });
});

describe('validate', () => {
  const path = kratixOperationPaths.validate(ref);
  const asked = {
    mode: 'create',
    namespace: 'team-a',
    name: 'new',
    spec: { size: 'small', note: '' },
  };

  it('asks the platform about what the form means', async () => {
    const { post, operations } = await start();

    const { status, body: json } = await post(path, asked);

    expect(status).toBe(200);
    expect(json).toMatchObject({ ok: true, spec: known.spec });
    expect(json.manifest).toContain('name: new\n');
    expect(json.before).toBeUndefined();
    expect(operations.validate).toHaveBeenCalledWith(
      expect.objectContaining({ name: 'redis' }),
      expect.objectContaining({
        kind: 'Redis',
        metadata: { name: 'new', namespace: 'team-a' },
      }),
      { mode: 'create' },
    );
  });

  it('leaves alone what a change does not touch, and says what stands', async () => {
    const { post, operations } = await start();

    const { body: json } = await post(path, {
      mode: 'change',
      namespace: known.namespace,
      name: known.name,
      spec: { ...known.spec, note: 'new' },
    });

    expect(operations.validate).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ spec: { ...known.spec, note: 'new' } }),
      { mode: 'change' },
    );
    expect(json.manifest).toContain('note: new');
    expect(json.before).not.toContain('note: new');
    expect(json.before).toContain(`name: ${known.name}\n`);
  });

  it.each([
    ['unreachable', new ServiceUnavailableError('no route')],
    ['forbidden', new NotAllowedError('cannot create redis')],
  ])(
    'shows what would be sent where it is not known: %s',
    async (reason, error) => {
      const { post, operations } = await start();
      operations.validate.mockRejectedValueOnce(error);

      const { status, body: json } = await post(path, asked);

      expect(status).toBe(200);
      expect(json).toMatchObject({
        ok: false,
        reason,
        message: error.message,
        errors: [],
        manifest: expect.stringContaining('name: new'),
      });
    },
  );

  const intoTeamA = createKratixOrderConditionalDecision(
    kratixRequestCreatePermission,
    kratixOrderConditions.intoNamespace({ namespaces: ['team-a'] }),
  );

  it.each([
    ['team-a', 200],
    ['team-b', 403],
  ])('is answered for orders that are allowed: %s', async (namespace, code) => {
    const { post } = await start({
      decisions: {
        rest: allow,
        [kratixRequestCreatePermission.name]: intoTeamA,
      },
    });

    expect((await post(path, { ...asked, namespace })).status).toBe(code);
  });

  it('asks for the right to change where something is changed', async () => {
    const { post, operations } = await start({
      decisions: { rest: allow, 'kratix.request.update': deny },
    });

    const { status } = await post(path, {
      ...asked,
      mode: 'change',
      name: 'cache',
    });

    expect(status).toBe(403);
    expect(operations.validate).not.toHaveBeenCalled();
  });
});

describe('previews', () => {
  it('do not start with what the platform would refuse', async () => {
    const { post, operations } = await start();
    operations.validate.mockResolvedValueOnce({
      ok: false,
      message: 'spec.size: no',
      errors: [],
    });

    const { status, body: json } = await post(
      kratixOperationPaths.previews(ref),
      { uid: known.uid, spec: {} },
    );

    expect(status).toBe(400);
    expect(json.error.message).toBe('spec.size: no');
    expect(operations.startPreview).not.toHaveBeenCalled();
  });

  it('keep the secrets that the page does not show', async () => {
    const text = { type: 'string' };
    const spec = {
      type: 'object',
      properties: { size: text, password: { ...text, format: 'password' } },
    };
    const { post, operations } = await start({
      schema: { type: 'object', properties: { spec } },
      requests: [{ ...known, spec: { size: 'small', password: 'hush' } }],
    });

    await post(kratixOperationPaths.previews(ref), {
      uid: known.uid,
      spec: { size: 'large' },
    });

    expect(operations.startPreview).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ spec: { size: 'large', password: 'hush' } }),
    );
  });

  it('are started, read and removed', async () => {
    const { post, get, server, operations } = await start();

    const started = await post(kratixOperationPaths.previews(ref), {
      uid: known.uid,
      spec: { size: 'large' },
    });
    const path = kratixOperationPaths.preview(ref, started.body.preview);
    const read = await get(path);
    const removed = await request(server)
      .delete(`/api/kratix${path}`)
      .set('authorization', mockCredentials.user.header());

    expect([started.status, read.status, removed.status]).toEqual([
      202, 200, 204,
    ]);
    expect(read.body).toEqual({ state: 'running', isIgnored: false });
    expect(operations.removePreview).toHaveBeenCalledWith({
      ...ref,
      preview: 'portal-1',
    });
  });

  it('are read and removed where none could be started any more', async () => {
    const { post, get, server, kratix, operations } = await start();
    const path = kratixOperationPaths.preview(ref, 'portal-1');
    // Without a Destination for previews there is none.
    kratix.change('dev', { destinations: synced([]) });

    const started = await post(kratixOperationPaths.previews(ref), {
      uid: known.uid,
      spec: { size: 'large' },
    });
    const read = await get(path);
    const removed = await request(server)
      .delete(`/api/kratix${path}`)
      .set('authorization', mockCredentials.user.header());

    expect([started.status, read.status, removed.status]).toEqual([
      409, 200, 204,
    ]);
    expect(operations.removePreview).toHaveBeenCalledTimes(1);
  });

  it('are removed under the eyes of auditors, as they are started', async () => {
    const { server, createEvent, event, operations } = await start();
    const remove = () =>
      request(server)
        .delete(`/api/kratix${kratixOperationPaths.preview(ref, 'portal-1')}`)
        .set('authorization', mockCredentials.user.header());

    await remove().expect(204);

    expect(createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'kratix-request-write',
        meta: {
          actionType: 'preview',
          step: 'remove',
          preview: 'portal-1',
          ...ref,
        },
      }),
    );
    expect(event.success).toHaveBeenCalledTimes(1);

    operations.removePreview.mockRejectedValueOnce(new ConflictError('other'));
    await remove().expect(409);

    expect(event.fail).toHaveBeenCalledTimes(1);
  });
});
