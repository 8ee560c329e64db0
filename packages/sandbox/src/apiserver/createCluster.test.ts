import type { ClusterEvent, Gvr, NewKubeObject } from './cluster';
import { createCluster } from './createCluster';
import { StatusError } from './status/StatusError';
import { crds, databaseCrd, databases } from '../testing/databaseCrd';

const configMaps: Gvr = { group: '', version: 'v1', resource: 'configmaps' };
const namespaces: Gvr = { group: '', version: 'v1', resource: 'namespaces' };

function database(spec: unknown, metadata = {}): NewKubeObject {
  return {
    apiVersion: 'example.org/v1',
    kind: 'Database',
    metadata: { name: 'orders', namespace: 'default', ...metadata },
    spec,
  };
}

function configMap(name: string, metadata = {}): NewKubeObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'default', ...metadata },
  };
}

function failure(action: () => unknown): StatusError {
  try {
    action();
  } catch (error) {
    if (error instanceof StatusError) {
      return error;
    }
    throw error;
  }
  throw new Error('the action was expected to fail');
}

async function eventually(isMet: () => boolean): Promise<void> {
  while (!isMet()) {
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

const settled = () => new Promise<void>(resolve => setTimeout(resolve, 0));

describe('createCluster', () => {
  it('serves a custom type once its definition is stored, defaults and prunes its objects', () => {
    const cluster = createCluster();
    expect(cluster.serves(databases)).toBe(false);

    const crd = cluster.create(crds, databaseCrd);
    const object = cluster.create(
      databases,
      database({ size: 'small', colour: 'red' }),
    );

    expect(cluster.serves(databases)).toBe(true);
    expect(crd.status).toMatchObject({
      conditions: [
        { type: 'NamesAccepted', status: 'True' },
        { type: 'Established', status: 'True' },
      ],
      storedVersions: ['v1'],
    });
    expect(object.spec).toEqual({ size: 'small', replicas: 1 });
    expect(object.metadata.generation).toBe(1);
  });

  it.each([
    [
      { size: 'huge' },
      'spec.size: Unsupported value: "huge": supported values: "small", "large"',
    ],
    [{}, 'spec.size: Required value'],
    [
      { size: 'small', replicas: 'two' },
      'spec.replicas: Invalid value: "string": spec.replicas in body must be of type integer: "string"',
    ],
  ])('refuses the spec %j in the words of the API server', (spec, message) => {
    const cluster = createCluster();
    cluster.create(crds, databaseCrd);

    const error = failure(() => cluster.create(databases, database(spec)));

    expect(error.code).toBe(422);
    expect(error.message).toBe(
      `Database.example.org "orders" is invalid: ${message}`,
    );
  });

  it('counts generations of the spec only, and takes status through its subresource only', () => {
    const cluster = createCluster();
    cluster.create(crds, databaseCrd);
    const key = { namespace: 'default', name: 'orders' };
    cluster.create(databases, database({ size: 'small' }));

    const ignored = cluster.mutate(databases, key, draft => {
      draft.status = { message: 'not here' };
    });
    const status = cluster.mutate(
      databases,
      key,
      draft => {
        draft.status = { message: 'here' };
        draft.spec = { size: 'large' };
      },
      { subresource: 'status' },
    );
    const resized = cluster.mutate(databases, key, draft => {
      draft.spec = { size: 'large', replicas: 2 };
    });

    expect(ignored.status).toBeUndefined();
    expect(status).toMatchObject({
      status: { message: 'here' },
      spec: { size: 'small' },
      metadata: { generation: 1 },
    });
    expect(resized).toMatchObject({
      status: { message: 'here' },
      metadata: { generation: 2 },
    });
  });

  it('neither counts nor tells a change that changes nothing', async () => {
    const cluster = createCluster();
    const created = cluster.create(configMaps, configMap('plain'));
    await settled();
    const events: ClusterEvent[] = [];
    cluster.subscribe(event => events.push(event));

    const again = cluster.mutate(configMaps, created.metadata, () => {});
    await settled();

    expect(again.metadata.resourceVersion).toBe(
      created.metadata.resourceVersion,
    );
    expect(events).toEqual([]);
  });

  it('keeps a deleted object until its finalizers are gone', () => {
    const cluster = createCluster();
    const key = { namespace: 'default', name: 'held' };
    cluster.create(
      configMaps,
      configMap('held', { finalizers: ['example.org/wait'] }),
    );

    cluster.delete(configMaps, key);
    const marked = cluster.get(configMaps, key);
    cluster.mutate(configMaps, key, draft => {
      draft.metadata.finalizers = [];
    });

    expect(marked?.metadata.deletionTimestamp).toEqual(expect.any(String));
    expect(cluster.get(configMaps, key)).toBeUndefined();
  });

  it('deletes what is owned after its owner, and nothing else', async () => {
    const cluster = createCluster();
    const owner = cluster.create(configMaps, configMap('owner'));
    const ownerReferences = [
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        name: 'owner',
        uid: owner.metadata.uid,
      },
    ];
    cluster.create(configMaps, configMap('owned', { ownerReferences }));
    cluster.create(configMaps, configMap('free'));

    cluster.delete(configMaps, owner.metadata);
    await settled();

    expect(
      cluster
        .list(configMaps, { namespace: 'default' })
        .map(({ metadata }) => metadata.name),
    ).toEqual(['free']);
  });

  it('empties a namespace before it goes, and refuses newcomers meanwhile', async () => {
    const cluster = createCluster();
    cluster.create(namespaces, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'team' },
    });
    const key = { namespace: 'team', name: 'held' };
    cluster.create(
      configMaps,
      configMap('held', {
        namespace: 'team',
        finalizers: ['example.org/wait'],
      }),
    );

    cluster.delete(namespaces, { name: 'team' });
    await settled();
    const refused = failure(() =>
      cluster.create(configMaps, configMap('late', { namespace: 'team' })),
    );
    const terminating = cluster.get(namespaces, { name: 'team' });
    cluster.mutate(configMaps, key, draft => {
      draft.metadata.finalizers = [];
    });
    const afterwards = cluster.get(namespaces, { name: 'team' });
    await eventually(() => !cluster.get(namespaces, { name: 'team' }));

    expect(afterwards?.status).toEqual({ phase: 'Terminating' });
    expect(refused.code).toBe(403);
    expect(refused.message).toContain('because it is being terminated');
    expect(terminating?.status).toEqual({ phase: 'Terminating' });
    expect(cluster.get(namespaces, { name: 'team' })).toBeUndefined();
  });

  it('answers 404 for an object in a namespace that does not exist', () => {
    const cluster = createCluster();

    const error = failure(() =>
      cluster.create(configMaps, configMap('lost', { namespace: 'nowhere' })),
    );

    expect(error.message).toBe('namespaces "nowhere" not found');
    expect(error.code).toBe(404);
  });

  it('takes all objects of a custom type away with its definition', async () => {
    const cluster = createCluster();
    cluster.create(crds, databaseCrd);
    cluster.create(databases, database({ size: 'small' }));

    cluster.delete(crds, { name: 'databases.example.org' });
    await settled();

    expect(cluster.serves(databases)).toBe(false);
    expect(cluster.get(crds, { name: 'databases.example.org' })).toBe(
      undefined,
    );
  });

  it('lets admission refuse and change objects', () => {
    const cluster = createCluster();
    cluster.addAdmission(configMaps, ({ object, operation }) => {
      if (object.metadata.name === 'bad') {
        throw new StatusError(403, 'Forbidden', 'denied the request');
      }
      object.data = { seen: operation };
    });

    expect(cluster.create(configMaps, configMap('good')).data).toEqual({
      seen: 'CREATE',
    });
    expect(
      failure(() => cluster.create(configMaps, configMap('bad'))).message,
    ).toBe('denied the request');
  });

  it('tells listeners in order, also of what they write themselves', async () => {
    const cluster = createCluster();
    await settled();
    const seen: string[] = [];
    cluster.subscribe(({ type, object, gvr }) => {
      if (gvr.resource !== 'configmaps') {
        return;
      }
      seen.push(`${type} ${object.metadata.name}`);
      if (type === 'ADDED' && object.metadata.name === 'first') {
        cluster.create(configMaps, configMap('second'));
      }
    });

    cluster.create(configMaps, configMap('first'));
    cluster.delete(configMaps, { namespace: 'default', name: 'first' });
    await settled();

    expect(seen).toEqual(['ADDED first', 'DELETED first', 'ADDED second']);
  });

  it('stores nothing on a dry run', () => {
    const cluster = createCluster();

    const answer = cluster.create(configMaps, configMap('maybe'), {
      dryRun: true,
    });

    expect(answer.metadata.uid).toEqual(expect.any(String));
    expect(
      cluster.get(configMaps, { namespace: 'default', name: 'maybe' }),
    ).toBeUndefined();
  });
});
