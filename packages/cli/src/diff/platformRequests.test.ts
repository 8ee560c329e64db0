import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { runCli } from '../runCli';
import { cachePromise } from '../__testUtils__/cachePromise';

const crds = 'customresourcedefinitions.apiextensions.k8s.io';

/** A kubectl that notes how it was called, and answers with a file. */
const fake = (folder: string) => `#!${process.execPath}
const { appendFileSync, existsSync, readFileSync } = require('node:fs');
const args = process.argv.slice(2);
appendFileSync('${folder}/calls', args.join(' ') + '\\n');
const context = args.at(-1).replace('--context=', '');
const answer = '${folder}/' + context + '.' + args[1] + '.json';
if (existsSync(answer)) {
  process.stdout.write(readFileSync(answer));
} else if (context === 'away') {
  process.stderr.write('Unable to connect to the server: dial tcp: i/o timeout\\n');
  process.exitCode = 1;
} else if (args[1] === '${crds}') {
  const why = context === 'reader' ? 'Forbidden' : 'NotFound';
  process.stderr.write('Error from server (' + why + '): ' + args[2] + '\\n');
  process.exitCode = 1;
} else {
  const unread = { half: 'example.org/v1', metrics: 'metrics.k8s.io/v1beta1' }[context];
  if (unread) {
    process.stderr.write('E1121 08:49:17.1 4821 memcache.go:287] "Unhandled Error" err="couldn\\'t get resource list for ' + unread + ': the server is currently unable to handle the request"\\n');
  }
  process.stderr.write('error: the server doesn\\'t have a resource type "caches"\\n');
  process.exitCode = 1;
}
`;

describe('kratix-portal diff --platform', () => {
  const { PATH } = process.env;
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kratix-portal-platform-'));
    await write('kubectl', fake(folder));
    await chmod(join(folder, 'kubectl'), 0o755);
    process.env.PATH = `${folder}${delimiter}${PATH}`;
    await write('old.yaml', cachePromise('v1', '{ size: { type: string } }'));
    await write(
      'new.yaml',
      cachePromise('v2', '{ size: { type: string, enum: [small] } }'),
    );
  });

  afterEach(async () => {
    process.env.PATH = PATH;
    await rm(folder, { recursive: true, force: true });
  });

  it('judges what stands there now, and says whose it is', async () => {
    await stands('prod', [request('tokens', 'huge'), request('cart', 'small')]);

    const { exitCode, stdout } = await diff('--platform', 'prod');

    expect(stdout).toContain(
      '2 requests: 1 would be refused, 1 stays as it is',
    );
    expect(stdout).toContain(
      'team-b/tokens of group:default/team-b (prod): Would be refused',
    );
    expect(exitCode).toBe(3);
    expect(await read('calls')).toBe(
      'get caches.example.org --all-namespaces --output=json --context=prod\n' +
        `get ${crds} caches.example.org --output=json --context=prod\n`,
    );
  });

  it('refuses what stands at a version that the change takes away, whatever the old file says', async () => {
    // The platform runs an older state than the file: both files serve v2 alone, and all was well.
    for (const file of ['old.yaml', 'new.yaml']) {
      await write(
        file,
        cachePromise('v2', '{ size: { type: string } }').replace(
          'name: v1\n',
          'name: v2\n',
        ),
      );
    }
    await stands('prod', [request('tokens', 'small')]);
    await write('file.json', JSON.stringify(request('written', 'small')));

    const platform = await diff('--platform', 'prod');
    const file = await diff('--requests', join(folder, 'file.json'));

    expect(platform.stdout).toContain('1 request: 1 would be refused');
    expect(platform.stdout).toContain('is not served');
    expect(platform.exitCode).toBe(3);
    expect(file.stdout).toContain('1 does not fit the API of today either');
    expect(file.exitCode).toBe(0);
  });

  it('tells of a version that requests were stored as before, and that is gone', async () => {
    await stands('prod', []);
    await write(
      `prod.${crds}.json`,
      JSON.stringify({ ...crd, status: { storedVersions: ['v0', 'v1'] } }),
    );

    const { exitCode, stdout } = await diff('--platform', 'prod');

    expect(stdout.match(/Requests are stored as version \w+/g)).toEqual([
      'Requests are stored as version v0',
    ]);
    expect(exitCode).toBe(3);
  });

  it('judges the rest where it may not read which versions were stored', async () => {
    await stands('reader', [request('cart', 'small')]);

    const { stdout, stderr } = await diff('--platform', 'reader');

    expect(stdout).toContain('1 request: 1 stays as it is');
    expect(stderr).toContain(
      'reader: caches.example.org cannot be read, so versions that requests were stored as before are not judged.',
    );
    expect(stderr).toContain('(Forbidden)');
  });

  it('takes several platforms, beside files', async () => {
    await stands('staging', [request('one', 'small')]);
    await stands('prod', [request('two', 'small')]);
    await write('three.json', JSON.stringify(request('three', 'small')));

    const { stdout } = await diff(
      ...['--platform', 'staging', 'prod'],
      ...['--requests', join(folder, 'three.json'), '--format', 'json'],
    );

    const [{ requests }] = JSON.parse(stdout).reports;
    expect(
      requests.map(({ name, source }: { name: string; source: string }) => [
        name,
        source,
      ]),
    ).toEqual([
      ['three', `${join(folder, 'three.json')}:1`],
      ['one', 'staging'],
      ['two', 'prod'],
    ]);
  });

  it('writes Markdown too', async () => {
    await stands('prod', [request('tokens', 'huge')]);

    const { stdout } = await diff(
      ...['--platform', 'prod', '--format', 'markdown'],
    );

    expect(stdout).toContain('- `team-b/tokens` of `group:default/team-b`: ');
  });

  it('leaves out what Kratix said in the status', async () => {
    await write(
      'new.yaml',
      cachePromise('v2', '{ size: { type: string } }').replace(
        '# status',
        'status: { type: object, properties: { url: { type: integer } } }',
      ),
    );
    await stands('prod', [
      { ...request('cart', 'small'), status: { url: 'https://e.com' } },
    ]);

    const { stdout } = await diff('--platform', 'prod');

    expect(stdout).toContain('1 request: 1 stays as it is');
  });

  it('takes a platform without the API for one that nobody uses, and says so', async () => {
    const { exitCode, stdout, stderr } = await diff('--platform', 'empty');

    expect(stderr).toBe(
      'empty has no caches.example.org yet, so nobody uses it.\n',
    );
    expect(stdout).toContain('cache: v1 -> v2: breaking');
    expect(exitCode).toBe(3);
  });

  it('does not take a silent platform for an empty one', async () => {
    const { exitCode, stdout, stderr } = await diff('--platform', 'away');

    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('away: the requests cannot be read.');
    expect(stderr).toContain('i/o timeout');
  });

  it('does not take a platform for an empty one that could not say what the group holds', async () => {
    const { exitCode, stdout, stderr } = await diff('--platform', 'half');

    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('half: the requests cannot be read.');
    expect(stderr).toContain("couldn't get resource list for example.org/v1");
  });

  it('does not mind another group that a platform cannot tell of', async () => {
    const { exitCode, stderr } = await diff('--platform', 'metrics');

    expect(stderr).toBe(
      'metrics has no caches.example.org yet, so nobody uses it.\n',
    );
    expect(exitCode).toBe(3);
  });

  it('says when there is no kubectl', async () => {
    process.env.PATH = join(folder, 'nowhere');

    const { exitCode, stderr } = await diff('--platform', 'prod');

    expect(exitCode).toBe(2);
    expect(stderr).toContain('kubectl cannot be run');
  });

  it('lets no Promise say options of kubectl', async () => {
    const evil = cachePromise('v2', '{ size: { type: string } }').replaceAll(
      'caches',
      '--server=https://evil.example.org/caches',
    );
    await write('new.yaml', evil);

    const { exitCode } = await diff('--platform', 'prod');

    expect(exitCode).toBe(3);
    expect(await read('calls')).not.toContain('evil');
  });

  async function diff(...args: string[]) {
    const stdout: string[] = [];
    const stderr: string[] = [];
    const exitCode = await runCli(
      [
        ...['node', 'kratix-portal', 'diff'],
        ...[join(folder, 'old.yaml'), join(folder, 'new.yaml')],
        ...args,
      ],
      {
        stdin: (async function* none() {})(),
        stdout: { write: text => stdout.push(text) },
        stderr: { write: text => stderr.push(text) },
      },
    );
    return { exitCode, stdout: stdout.join(''), stderr: stderr.join('') };
  }

  const stands = (context: string, items: readonly object[]) =>
    write(
      `${context}.caches.example.org.json`,
      JSON.stringify({ apiVersion: 'v1', kind: 'List', items }),
    );
  const write = (name: string, text: string) =>
    writeFile(join(folder, name), text);
  const read = (name: string) => readFile(join(folder, name), 'utf8');
});

const crd = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: {
    name: 'caches.example.org',
    uid: 'crd',
    resourceVersion: '7',
    labels: { 'kratix.io/promise-name': 'cache' },
  },
  spec: {
    group: 'example.org',
    scope: 'Namespaced',
    names: { kind: 'Cache', plural: 'caches' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object' } },
      },
    ],
  },
};

function request(name: string, size: string) {
  return {
    apiVersion: 'example.org/v1',
    kind: 'Cache',
    metadata: {
      name,
      namespace: 'team-b',
      annotations: { 'kratix-portal.io/owner': 'group:default/team-b' },
    },
    spec: { size },
  };
}
