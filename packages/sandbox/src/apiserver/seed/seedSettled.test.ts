import { createSandbox, type Sandbox } from '../../createSandbox';
import { databaseCrd, crds, databases } from '../../testing/databaseCrd';

describe('POST /_sandbox/seed', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await createSandbox({
      empty: true,
      admin: true,
      kratix: { still: true },
    });
    sandbox.cluster.create(crds, databaseCrd);
    await new Promise(resolve => {
      setTimeout(resolve, 200);
    });
  });

  afterAll(() => sandbox.close());

  const seed = (items: unknown) =>
    fetch(`${sandbox.url}/_sandbox/seed`, {
      method: 'POST',
      body: JSON.stringify({ items }),
    });

  const settled = (name: string, status: object) => ({
    apiVersion: 'example.org/v1',
    kind: 'Database',
    metadata: { name, namespace: 'default' },
    spec: { beyond: 'the schema' },
    status,
  });

  it('stores objects as they are, and changes them without giving them another life', async () => {
    const answer = await seed([
      settled('b', { workflows: 1 }),
      settled('a', { workflows: 2 }),
    ]);
    expect(await answer.json()).toEqual({ seeded: 2 });
    const before = sandbox.cluster.get(databases, {
      namespace: 'default',
      name: 'a',
    });
    expect(before).toMatchObject({
      metadata: { generation: 1, uid: expect.any(String) },
      spec: { beyond: 'the schema' },
      status: { workflows: 2 },
    });

    await seed([settled('a', { workflows: 3 })]);

    const after = sandbox.cluster.list(databases);
    expect(after.map(({ metadata }) => metadata.name)).toEqual(['a', 'b']);
    expect(after[0]).toMatchObject({
      metadata: { uid: before?.metadata.uid },
      status: { workflows: 3 },
    });
    expect(after[0]?.metadata.resourceVersion).not.toBe(
      before?.metadata.resourceVersion,
    );
  });

  it.each([
    [{ items: 'none' }, 'a list of objects is expected'],
    [[{ kind: 'Database' }], 'items[0]: an object with metadata'],
    [
      [{ apiVersion: 'v1', kind: 'Ghost', metadata: { name: 'x' } }],
      'items[0]: v1 Ghost is not served',
    ],
    [
      [{ ...settled('x', {}), metadata: { name: 'x' } }],
      'items[0]: metadata.namespace is missing',
    ],
    [
      [{ ...settled('x', {}), metadata: { namespace: 'default' } }],
      'items[0]: metadata.name is missing',
    ],
  ])('stores nothing of %j', async (items, message) => {
    const answer = await seed(items);

    expect(answer.status).toBe(400);
    expect((await answer.json()).message).toContain(message);
    expect(
      sandbox.cluster.get(databases, { namespace: 'default', name: 'x' }),
    ).toBeUndefined();
  });
});
