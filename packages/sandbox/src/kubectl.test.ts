import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox } from './createSandbox';
import type { Sandbox } from './createSandbox';
import { crds, database, databaseCrd, databases } from './testing/databaseCrd';

const isInstalled =
  spawnSync('kubectl', ['version', '--client'], { stdio: 'ignore' }).status ===
  0;

if (!isInstalled) {
  // eslint-disable-next-line no-console
  console.warn('SKIPPED: kubectl is not on the PATH, nothing here was tested');
}

interface Outcome {
  code: number;
  out: string;
  err: string;
}

(isInstalled ? describe : describe.skip)('kubectl', () => {
  const context: { sandbox?: Sandbox; directory: string } = { directory: '' };

  beforeEach(async () => {
    context.directory = mkdtempSync(join(tmpdir(), 'kubectl-'));
    context.sandbox = await createSandbox({ empty: true });
    context.sandbox.cluster.create(crds, databaseCrd);
    writeFileSync(
      join(context.directory, 'config'),
      context.sandbox.kubeconfig,
    );
  });

  afterEach(async () => {
    await context.sandbox?.close();
    rmSync(context.directory, { recursive: true });
  });

  function kubectl(
    args: readonly string[],
    options: { input?: unknown; editor?: string } = {},
  ): Promise<Outcome> {
    return new Promise(resolve => {
      const child = execFile(
        'kubectl',
        [...args],
        {
          env: {
            PATH: process.env.PATH,
            HOME: context.directory,
            KUBECONFIG: join(context.directory, 'config'),
            ...(options.editor ? { KUBE_EDITOR: options.editor } : {}),
          },
        },
        (error, out, err) =>
          resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }),
      );
      child.stdin?.end(
        options.input === undefined ? '' : JSON.stringify(options.input),
      );
    });
  }

  it('finds the resources', async () => {
    const { out } = await kubectl(['api-resources', '--no-headers']);

    expect(out).toMatch(/^databases +db +example.org\/v1 +true +Database$/m);
  });

  it('applies, gets, and applies again without a change', async () => {
    const input = database('a');
    const first = await kubectl(['apply', '-f', '-'], { input });
    const second = await kubectl(['apply', '-f', '-'], { input });
    const { out } = await kubectl(['get', 'db', '--no-headers']);

    expect(first.out).toBe('database.example.org/a created\n');
    expect(second.out).toBe('database.example.org/a unchanged\n');
    expect(out).toMatch(/^a +small/);
  });

  it('shows why an object is refused', async () => {
    const { code, err } = await kubectl(['apply', '-f', '-'], {
      input: database('a', { size: 'huge' }),
    });

    expect(code).toBe(1);
    expect(err).toBe(
      'The Database "a" is invalid: spec.size: Unsupported value: "huge": supported values: "small", "large"\n',
    );
  });

  it('says that a kind is not known', async () => {
    const { err } = await kubectl(['apply', '-f', '-'], {
      input: {
        apiVersion: 'nowhere.org/v1',
        kind: 'Nothing',
        metadata: { name: 'a' },
      },
    });

    expect(err).toContain(
      'no matches for kind "Nothing" in version "nowhere.org/v1"',
    );
  });

  it('applies on the server, and stores nothing on a dry run', async () => {
    const dry = await kubectl(
      ['apply', '--server-side', '--dry-run=server', '-f', '-'],
      { input: database('a') },
    );
    const absent = await kubectl(['get', 'db', 'a']);
    const applied = await kubectl(['apply', '--server-side', '-f', '-'], {
      input: database('a'),
    });

    expect(dry.out).toContain('serverside-applied (server dry run)');
    expect(absent.err).toContain('databases.example.org "a" not found');
    expect(applied.code).toBe(0);
  });

  it.each([
    ['json', '[{"op":"replace","path":"/spec/size","value":"large"}]'],
    ['merge', '{"spec":{"size":"large"}}'],
  ])('patches with --type=%s', async (type, patch) => {
    context.sandbox?.cluster.create(databases, database('a'));

    const { out } = await kubectl([
      'patch',
      'db',
      'a',
      `--type=${type}`,
      '-p',
      patch,
      '-o',
      'jsonpath={.spec.size}',
    ]);

    expect(out).toBe('large');
  });

  it('edits, labels, annotates and describes', async () => {
    context.sandbox?.cluster.create(databases, database('a'));

    const edited = await kubectl(['edit', 'db', 'a'], {
      editor: 'sed -i s/small/large/',
    });
    await kubectl(['label', 'db', 'a', 'tier=gold']);
    await kubectl(['annotate', 'db', 'a', 'note=yes']);
    const { out } = await kubectl(['describe', 'db', 'a']);

    expect(edited.out).toBe('database.example.org/a edited\n');
    expect(out).toMatch(/Labels: +tier=gold/);
    expect(out).toMatch(/Annotations: +note: yes/);
    expect(out).toMatch(/Size: +large/);
  });

  it('waits for a condition and for a deletion', async () => {
    const { cluster } = context.sandbox ?? {};
    const key = { namespace: 'default', name: 'a' };
    cluster?.create(databases, database('a'));

    const waiting = kubectl([
      'wait',
      '--for=condition=Ready',
      'db/a',
      '--timeout=20s',
    ]);
    cluster?.mutate(
      databases,
      key,
      draft => {
        draft.status = { conditions: [{ type: 'Ready', status: 'True' }] };
      },
      { subresource: 'status' },
    );
    const waited = await waiting;
    const deleted = await kubectl(['delete', 'db', 'a', '--wait']);

    expect(waited.out).toBe('database.example.org/a condition met\n');
    expect(deleted.out).toBe('database.example.org "a" deleted\n');
  });

  it('explains a field, and creates typed objects', async () => {
    const explained = await kubectl(['explain', 'db.spec.replicas']);
    const namespace = await kubectl(['create', 'namespace', 'team']);
    const may = await kubectl(['auth', 'can-i', 'create', 'databases']);

    expect(explained.out).toMatch(/FIELD: replicas <integer>/);
    expect(namespace.out).toBe('namespace/team created\n');
    expect(may.out).toBe('yes\n');
  });

  it('follows the log of one container', async () => {
    const { cluster } = context.sandbox ?? {};
    const pod = { namespace: 'default', name: 'p' };
    cluster?.create(
      { group: '', version: 'v1', resource: 'pods' },
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: pod,
        spec: {
          containers: [
            { name: 'one', image: 'i' },
            { name: 'two', image: 'i' },
          ],
        },
      },
    );
    cluster?.logs.append(pod, 'two', 'hello');
    const logs = kubectl(['logs', 'p', '-c', 'two', '-f']);
    setTimeout(() => {
      cluster?.logs.append(pod, 'two', 'goodbye');
      cluster?.logs.close(pod, 'two');
    }, 100);

    expect((await logs).out).toBe('hello\ngoodbye\n');
  });
});
