import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { runCli } from '../runCli';
import { cachePromise } from '../__testUtils__/cachePromise';

describe('kratix-portal diff', () => {
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kratix-portal-diff-'));
    await write(
      'old.yaml',
      cachePromise('v1.0.0', '{ size: { type: string } }'),
    );
    await write(
      'new.yaml',
      cachePromise('v2.0.0', '{ size: { type: string, enum: [small] } }'),
    );
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('names what breaks and fails', async () => {
    const { exitCode, stdout } = await diff('old.yaml', 'new.yaml');

    expect(stdout).toBe(
      [
        'cache: v1.0.0 -> v2.0.0: breaking',
        '  breaking spec.size must now be "small". (enum-changed)',
        '',
      ].join('\n'),
    );
    expect(exitCode).toBe(3);
  });

  it('says what happens to each request, whoever wrote it down and how', async () => {
    await write('requests/one.yaml', request('good', 'small'));
    await write(
      'requests/deeper/two.yml',
      `${request('bad', 'huge')}---\n${request('unknown', 'large, b: 1')}`,
    );
    await write(
      'requests/list.json',
      JSON.stringify({ kind: 'List', items: [{ kind: 'ConfigMap' }] }),
    );

    const { stdout } = await diff(
      'old.yaml',
      'new.yaml',
      '--requests',
      join(folder, 'requests'),
      '--format',
      'json',
    );

    const [report] = JSON.parse(stdout).reports;
    expect(report).toMatchObject({
      promise: 'cache',
      severity: 'breaking',
      changes: [{ code: 'enum-changed', severity: 'breaking' }],
      requests: [
        {
          name: 'bad',
          namespace: 'team-a',
          owner: 'group:default/team-a',
          verdict: 'refused',
          reasons: [{ path: 'spec.size' }],
          source: `${join(folder, 'requests/deeper/two.yml')}:1`,
        },
        { name: 'unknown', verdict: 'refused' },
        { name: 'good', verdict: 'valid' },
      ],
    });
  });

  it.each([
    ['the same', 'old.yaml', [], 0],
    ['an order that is only looser', 'looser.yaml', [], 0],
    ['another default', 'risky.yaml', [], 1],
    ['a risk that may pass', 'risky.yaml', ['--fail-on', 'breaking'], 0],
    ['a file that is not there', 'nowhere.yaml', [], 2],
    ['a file without a Promise', 'empty.yaml', [], 2],
  ])('exits for %s with its code', async (_title, file, args, expected) => {
    await write('empty.yaml', 'kind: ConfigMap\n');
    await write(
      'looser.yaml',
      cachePromise(
        'v1.0.1',
        '{ size: { type: string }, zone: { type: string } }',
      ),
    );
    await write(
      'risky.yaml',
      cachePromise('v1.1.0', '{ size: { type: string, default: small } }'),
    );

    const { exitCode } = await diff('old.yaml', file, ...args);

    expect(exitCode).toBe(expected);
  });

  it.each<[string, () => Promise<string>]>([
    [
      'a folder',
      async () => {
        await write('all/deep/new.yml', await read('new.yaml'));
        await write('all/notes.txt', 'kind: Promise');
        return 'all';
      },
    ],
    [
      'the line endings of Windows and a byte order mark',
      async () => {
        const text = await read('new.yaml');
        await write('dos.yaml', `\uFEFF${text.replaceAll('\n', '\r\n')}`);
        return 'dos.yaml';
      },
    ],
    [
      'a PromiseRevision',
      async () => {
        const promise = parse(await read('new.yaml'));
        const revision = {
          apiVersion: 'platform.kratix.io/v1alpha1',
          kind: 'PromiseRevision',
          metadata: { name: 'cache-v2.0.0' },
          spec: {
            promiseRef: { name: 'cache' },
            promiseSpec: promise.spec,
            version: 'v2.0.0',
          },
        };
        await write('revision.json', JSON.stringify(revision));
        return 'revision.json';
      },
    ],
  ])('reads %s', async (_title, prepare) => {
    const { stdout, exitCode } = await diff('old.yaml', await prepare());

    expect(stdout).toContain('cache: v1.0.0 -> v2.0.0: breaking\n');
    expect(exitCode).toBe(3);
  });

  it.each<[string, string, string | RegExp]>([
    ['nothing', '', /new\.yaml: There is no Promise here: it is empty\.\n$/],
    [
      'a PromiseRelease',
      'kind: PromiseRelease\n',
      /only: PromiseRelease\. A PromiseRelease only says where a Promise is/,
    ],
    ['broken YAML', 'a: 1\nb: [1\n', /new\.yaml:\d: Not YAML: /],
    [
      'one Promise twice',
      `${cachePromise('v1', '{}')}---\n${cachePromise('v2', '{}')}`,
      /new\.yaml:\d+: the Promise cache stands at \S*new\.yaml:\d+ already\./,
    ],
  ])('says where and why it cannot read %s', async (_title, text, message) => {
    await write('new.yaml', text);

    const { stdout, stderr, exitCode } = await diff('old.yaml', 'new.yaml');

    expect(stderr).toMatch(message);
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });

  it('names the line of a request that is no YAML', async () => {
    await write('requests/one.yaml', `${request('good', 'small')}---\nb: [1\n`);

    const { stderr, exitCode } = await diff(
      ...['old.yaml', 'new.yaml', '--requests', join(folder, 'requests')],
    );

    expect(stderr).toMatch(/one\.yaml:\d+: Not YAML: /);
    expect(exitCode).toBe(2);
  });

  it('reads standard input once', async () => {
    const { stderr, exitCode } = await run('-', '-');

    expect(stderr).toContain('Standard input (-) can be read once only');
    expect(exitCode).toBe(2);
  });

  it('fits a terminal, and leaves lines whole for a tool', async () => {
    await write(
      'new.yaml',
      cachePromise(
        'v2.0.0',
        '{ size: { type: string, enum: [small, medium, large, huge, enormous] } }',
      ),
    );
    const files = [join(folder, 'old.yaml'), join(folder, 'new.yaml')] as const;

    const piped = await run(...files);
    const shown = await runAt(60, ...files);

    expect(piped.stdout.split('\n')).toHaveLength(3);
    expect(shown.stdout).toBe(
      [
        'cache: v1.0.0 -> v2.0.0: breaking',
        '  breaking spec.size must now be "small", "medium", "large",',
        '           "huge" or "enormous". (enum-changed)',
        '',
      ].join('\n'),
    );
  });

  it('pairs Promises by name and tells of those that come and go', async () => {
    const other = cachePromise('v1.0.0', '{}').replace(
      'name: cache',
      'name: queue',
    );
    await write('old.yaml', `${cachePromise('v1.0.0', '{}')}---\n${other}`);
    await write('new.yaml', cachePromise('v1.0.0', '{}'));

    const { stdout } = await diff('old.yaml', 'new.yaml');

    expect(stdout).toContain(
      'cache: v1.0.0 -> v1.0.0: safe\n  nothing changed that matters to a request',
    );
    expect(stdout).toContain('queue: v1.0.0 -> gone: breaking');
  });

  it('compares two names as one where there is no other, and says what a name is to Kratix', async () => {
    const old = cachePromise('v1.0.0', '{}');
    await write('old.yaml', old);
    await write('new.yaml', old.replace('name: cache', 'name: queue'));

    const { exitCode, stderr } = await diff('old.yaml', 'new.yaml');

    expect(stderr).toBe(
      'cache and queue are compared as one. To Kratix they are two: where cache is removed, so are all requests to it.\n',
    );
    expect(exitCode).toBe(0);
  });

  function diff(before: string, after: string, ...args: string[]) {
    return run(join(folder, before), join(folder, after), ...args);
  }

  function run(...args: string[]) {
    return runAt(undefined, ...args);
  }

  async function runAt(columns: number | undefined, ...args: string[]) {
    const stdout: string[] = [];
    const stderr: string[] = [];
    const exitCode = await runCli(['node', 'kratix-portal', 'diff', ...args], {
      stdin: (async function* none() {})(),
      stdout: { write: text => stdout.push(text), columns },
      stderr: { write: text => stderr.push(text) },
    });
    return { exitCode, stdout: stdout.join(''), stderr: stderr.join('') };
  }

  const read = (name: string) => readFile(join(folder, name), 'utf8');

  async function write(name: string, text: string) {
    const file = join(folder, name);
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, text);
  }
});

function request(name: string, size: string) {
  return `apiVersion: example.org/v1
kind: Cache
metadata:
  name: ${name}
  namespace: team-a
  annotations: { kratix-portal.io/owner: group:default/team-a }
spec: { size: ${size} }
`;
}
