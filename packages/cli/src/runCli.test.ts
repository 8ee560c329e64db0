import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { version } from '../package.json';
import { cachePromise } from './__testUtils__/cachePromise';
import { runCli } from './runCli';

const ofSize = 'size: { type: string, enum: [small, large] }';
const cache = cachePromise(undefined, `{ ${ofSize} }`, 'required: [size], ');

const withRule = cachePromise(
  undefined,
  `{ count: { type: integer, default: 1 }, empty: { type: object, properties: { a: { type: string } } }, ${ofSize} }`,
  'required: [size], x-kubernetes-validations: [{ rule: "!has(self.count) || self.count < 5", message: Few are enough. }], ',
);

function requestOf(spec: string): string {
  return `apiVersion: example.org/v1
kind: Cache
metadata: { name: orders, namespace: team-a }
spec: { ${spec} }
`;
}

describe('kratix-portal --version', () => {
  it('says which version it is', async () => {
    const { exitCode, stdout } = await run(['--version']);

    expect(stdout).toBe(`${version}\n`);
    expect(exitCode).toBe(0);
  });
});

describe('kratix-portal check', () => {
  it('finds nothing wrong with a Promise that is right', async () => {
    const { exitCode, stdout } = await run(
      ['check', '-'],
      cache.replace('enum:', 'description: How big, enum:'),
    );

    expect(stdout).toBe('-:2 cache: ok\n\n1 Promise: 0 errors, 0 warnings\n');
    expect(exitCode).toBe(0);
  });

  it('fails for an API that cannot be used, and says why', async () => {
    const broken = cache.replace('scope: Namespaced', 'scope: Cluster');

    const { exitCode, stdout } = await run(['check', '-'], broken);

    expect(exitCode).toBe(1);
    expect(stdout).toContain('error   The CRD in spec.api has scope "Cluster"');
    expect(stdout).toContain('1 Promise: 1 error, 0 warnings');
  });

  it('fails for a spec that is none', async () => {
    const { exitCode, stdout } = await run(
      ['check', '-'],
      'apiVersion: platform.kratix.io/v1alpha1\nkind: Promise\nmetadata: { name: cache }\nspec: hello\n',
    );

    expect(exitCode).toBe(1);
    expect(stdout).toContain('(invalid-promise)');
  });

  it.each(['\n', '', ' '])(
    'reads several JSON documents with %j between them',
    async between => {
      const requests = ['small', 'huge'].map(size =>
        JSON.stringify(
          { ...parse(requestOf('')), spec: { size, note: '} {"' } },
          undefined,
          2,
        ),
      );
      const file = join(mkdtempSync(join(tmpdir(), 'cli-')), 'all.json');
      writeFileSync(file, requests.join(between));

      const { exitCode, stdout } = await run(['check', '-', file], cache);

      expect(stdout).toContain('1 Promise, 2 requests: 1 error, 2 warnings');
      expect(stdout).toContain('"huge"');
      expect(exitCode).toBe(1);
    },
  );

  it('says where a text that begins like JSON is neither', async () => {
    const { exitCode, stdout } = await run(['check', '-'], '{"kind": "a"} }');

    expect(exitCode).toBe(1);
    expect(stdout).toContain('(not-yaml)');
  });

  it('counts a file that holds nothing as neither', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'cli-')), 'empty.yaml');
    writeFileSync(file, '');

    const { exitCode, stdout } = await run(['check', '-', file], cache);

    expect(exitCode).toBe(1);
    expect(stdout).toContain('1 Promise, 1 that is neither: 1 error');
  });

  it('warns of hints that are not used, and fails for them when strict', async () => {
    const misspelt = cache.replace(
      'type: string, enum',
      'x-kratix-portal: { widgit: radio }, type: string, enum',
    );

    const lenient = await run(['check', '-'], misspelt);
    const strict = await run(['check', '--strict', '-'], misspelt);

    expect(lenient.exitCode).toBe(0);
    expect(lenient.stdout).toContain('warning spec.size: x-kratix-portal');
    expect(strict.exitCode).toBe(1);
  });

  it('prints JSON for machines', async () => {
    const nameless = cache.replace('name: cache\n', 'name: Cache!\n');

    const { exitCode, stdout } = await run(
      ['check', '-o', 'json', '-'],
      `${cache}---${nameless}---\nkind: ConfigMap\n`,
    );

    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      reports: [
        {
          file: '-',
          line: 2,
          promise: 'cache',
          findings: [expect.objectContaining({ code: 'no-description' })],
        },
        {
          file: '-',
          line: expect.any(Number),
          findings: [
            expect.objectContaining({
              severity: 'error',
              code: 'no-usable-name',
            }),
          ],
        },
      ],
    });
  });

  it.each([
    ['holds no Promise', ['check', '-'], 'kind: ConfigMap', 'no-promise', 1],
    [
      'is a release',
      ['check', '-'],
      'kind: PromiseRelease',
      'only says where',
      1,
    ],
    ['is empty', ['check', '-'], '', 'it is empty', 1],
    ['is not YAML', ['check', '-'], 'a: [', 'not-yaml', 1],
    ['is not there', ['check', '/no/such.yaml'], '', 'unreadable-file', 2],
  ])('fails for a file that %s', async (_, args, input, says, code) => {
    const { exitCode, stdout } = await run(args, input);

    expect(stdout).toContain(says);
    expect(exitCode).toBe(code);
  });

  it('fails for a schema that the API server refuses', async () => {
    const { exitCode, stdout } = await run(
      ['check', '-'],
      cache.replace('{ type: string, enum', '{ enum'),
    );

    expect(stdout).toContain(
      'spec.size: type: Required value: must not be empty for specified object fields',
    );
    expect(exitCode).toBe(1);
  });

  it.each<[string, string, number, string]>([
    ['a request that is right', 'size: small', 0, '0 errors, 0 warnings'],
    [
      'a wrong value',
      'size: huge',
      1,
      'error   spec.size: Unsupported value: "huge": supported values: "small"',
    ],
    ['what is missing', 'other: x', 1, 'error   spec.size: Required value'],
    [
      'a field that nobody knows',
      'size: small, siez: x',
      0,
      'warning spec.siez: the API does not know this field',
    ],
    [
      'a wrong type',
      'size: [small]',
      1,
      'spec.size: Invalid value: "array": spec.size in body must be of type string: "array"',
    ],
    [
      'a rule',
      'size: small, count: 9',
      1,
      'spec: Invalid value: Few are enough',
    ],
  ])('judges %s as the API server does', async (_, spec, code, says) => {
    const { exitCode, stdout } = await run(
      ['check', '-'],
      `${withRule}---\n${requestOf(spec)}`,
    );

    expect(stdout).toContain(says);
    expect(exitCode).toBe(code);
  });

  it.each([
    [
      'apiVersion: example.org/v1',
      'apiVersion: example.org/v9',
      'Version "v9"',
    ],
    ['kind: Cache', 'kind: Cash', 'is not what is offered'],
  ])('says that nothing offers %s as %s', async (from, to, says) => {
    const file = join(mkdtempSync(join(tmpdir(), 'cli-')), 'request.yaml');
    writeFileSync(file, requestOf('size: small').replace(from, to));

    const { exitCode, stdout } = await run(['check', '-', file], cache);

    expect(stdout).toContain(says);
    expect(exitCode).toBe(1);
  });

  it('lets no text of a file steer the terminal', async () => {
    const escape = cache.replace(
      'scope: Namespaced',
      'scope: "\\e[31mCluster"',
    );

    const { stdout } = await run(['check', '-'], escape);

    expect(stdout).toContain('Cluster');
    expect(stdout).not.toContain('\u001b');
  });
});

describe('kratix-portal render', () => {
  it('prints the entities and the Template as a stream', async () => {
    const { exitCode, stdout, stderr } = await run(
      ['render', '--platform', 'dev', '-'],
      cache,
    );

    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    const entities = parseAllDocuments(stdout).map(document => document.toJS());
    expect(entities.map(({ kind }) => kind)).toEqual([
      'Component',
      'API',
      'Template',
    ]);
    expect(entities[2]).toMatchObject({
      metadata: { name: 'cache' },
      spec: {
        parameters: [
          { title: 'About it' },
          { properties: { spec: { required: ['size'] } } },
          { title: 'Check' },
        ],
      },
    });
  });

  it('prints JSON for machines', async () => {
    const { stdout } = await run(['render', '-o', 'json', '-'], cache);

    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'List',
      items: [{ kind: 'Component' }, { kind: 'API' }, { kind: 'Template' }],
    });
  });

  it('reads JSON, byte order marks, foreign line ends and lists', async () => {
    const json = JSON.stringify({ kind: 'List', items: [parse(cache)] });

    for (const input of [json, `\uFEFF${cache.replaceAll('\n', '\r\n')}`]) {
      expect((await run(['render', '-'], input)).exitCode).toBe(0);
    }
  });

  it('renders what it can of a Promise whose API cannot be used', async () => {
    const { exitCode, stdout, stderr } = await run(
      ['render', '-'],
      cache.replace('scope: Namespaced', 'scope: Cluster'),
    );

    expect(exitCode).toBe(1);
    expect(parse(stdout)).toMatchObject({ kind: 'Component' });
    expect(stderr).toContain('scope "Cluster"');
  });

  it('renders hostile texts as texts', async () => {
    const hostile = '${{ secrets.token }}{% raw %}{{ 7*7 }}';
    const { stdout } = await run(
      ['render', '-'],
      cache
        .replace(
          'name: cache',
          `name: cache\n  annotations: { kratix-portal.io/title: "${hostile}" }`,
        )
        .replace(
          'size: { type: string, enum',
          `"${hostile}": { type: string }, size: { description: "${hostile}", title: "${hostile}", default: "${hostile}", x-kratix-portal: { help: "${hostile}", page: "${hostile}", options: { a: "${hostile}" } }, type: string, enum`,
        ),
    );

    const template = parseAllDocuments(stdout)
      .map(document => document.toJS())
      .find(({ kind }) => kind === 'Template');
    const { steps, output } = template.spec;
    const evaluated = JSON.stringify({ steps, output });
    expect(evaluated).not.toMatch(/secrets|\{%|7\*7/);
    for (const [expression] of evaluated.matchAll(/\$\{\{[^}]*\}\}/g)) {
      expect(expression).toMatch(/^\$\{\{ [\w.]+( [|?:!=]+ .*)? \}\}$/);
    }
    expect(JSON.stringify(template.spec.parameters)).toContain('secrets.token');
  });
});

describe('kratix-portal form', () => {
  it('passes over a Promise that stands beside the values', async () => {
    const { exitCode, stdout, stderr } = await form(
      cache,
      `${cache}---
${requestOf('size: small')}`,
    );

    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(parse(stdout)).toMatchObject({ spec: { size: 'small' } });
  });

  it('sends a request without spec as it is, and says once that the form would ask', async () => {
    const request = requestOf('').replace(/spec:.*\n/, '');

    const { exitCode, stdout, stderr } = await form(withRule, request);

    expect(parse(stdout)).toEqual(parse(request));
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringContaining('there is no spec'),
    ]);
    expect(exitCode).toBe(0);
  });

  it('prints what submitting the form with the values would send', async () => {
    const request = requestOf('size: small, count: 2');

    const { exitCode, stdout, stderr } = await form(withRule, request);

    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(parse(stdout)).toEqual(parse(request));
  });

  it('keeps what somebody wrote beside the spec, and not what the server did', async () => {
    const request = `
apiVersion: example.org/v1
kind: Cache
metadata:
  name: orders
  namespace: team-a
  labels: { a: b }
  annotations: { c: d }
  uid: '1'
  managedFields: []
spec: { size: small, empty: {}, count: null }
status: { phase: Ready }
`;
    const { stdout } = await form(withRule, request);

    expect(parse(stdout)).toEqual({
      apiVersion: 'example.org/v1',
      kind: 'Cache',
      metadata: {
        name: 'orders',
        namespace: 'team-a',
        labels: { a: 'b' },
        annotations: { c: 'd' },
      },
      spec: { size: 'small', empty: {} },
    });
  });

  it('sends nothing that the API server would refuse', async () => {
    const { exitCode, stdout, stderr } = await form(
      cache,
      requestOf('size: huge'),
    );

    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('spec.size: Unsupported value: "huge"');
  });

  it('asks for values', async () => {
    const { exitCode, stderr } = await run(['form', '-'], cache);

    expect(exitCode).toBe(2);
    expect(stderr).toContain('--values');
  });
});

describe('kratix-portal', () => {
  it.each([
    [['check'], 2, 'missing required argument'],
    [['conjure'], 2, 'unknown command'],
    [['check', '-o', 'xml', 'a'], 2, 'Allowed choices are'],
  ])('answers %j with %d', async (args, exitCode, message) => {
    const result = await run(args);

    expect(result.exitCode).toBe(exitCode);
    expect(result.stderr).toContain(message);
  });

  it('explains itself', async () => {
    const { exitCode, stdout } = await run(['--help']);

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/render[^]*check[^]*form/);
  });
});

function form(promise: string, request: string) {
  const file = join(mkdtempSync(join(tmpdir(), 'cli-')), 'request.yaml');
  writeFileSync(file, request);
  return run(['form', '-', '--values', file], promise);
}

async function run(
  args: string[],
  input = '',
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  const written = { stdout: '', stderr: '' };
  const exitCode = await runCli(['node', 'kratix-portal', ...args], {
    stdin: toStream(input),
    stdout: { write: text => (written.stdout += text) },
    stderr: { write: text => (written.stderr += text) },
  });
  return { exitCode, ...written };
}

async function* toStream(text: string): AsyncGenerator<string> {
  yield text;
}
