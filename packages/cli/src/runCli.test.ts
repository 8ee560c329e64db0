import { parse } from 'yaml';
import { runCli } from './runCli';

const cache = `
apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata:
  name: cache
spec:
  api:
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata:
      name: caches.example.org
    spec:
      group: example.org
      names: { kind: Cache, plural: caches }
      scope: Namespaced
      versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              type: object
              properties:
                spec:
                  type: object
                  required: [size]
                  properties:
                    size: { type: string, enum: [small, large] }
`;

describe('kratix-portal check', () => {
  it('finds nothing wrong with a Promise that is right', async () => {
    const { exitCode, stdout } = await run(['check', '-'], cache);

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
      ['check', '--format', 'json', '-'],
      `${cache}---${nameless}---\nkind: ConfigMap\n`,
    );

    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      reports: [
        { file: '-', line: 2, promise: 'cache', findings: [] },
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
    ['holds no Promise', ['check', '-'], 'kind: ConfigMap', 'no-promise'],
    ['is not YAML', ['check', '-'], 'a: [', 'unreadable-file'],
    ['is not there', ['check', '/no/such/file.yaml'], '', 'unreadable-file'],
  ])('fails for a file that %s', async (_, args, input, code) => {
    const { exitCode, stdout } = await run(args, input);

    expect(exitCode).toBe(1);
    expect(stdout).toContain(`(${code})`);
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

describe('kratix-portal form', () => {
  it('prints the Template', async () => {
    const { exitCode, stdout, stderr } = await run(
      ['form', '--platform', 'dev', '-'],
      cache,
    );

    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    expect(parse(stdout)).toMatchObject({
      kind: 'Template',
      metadata: { name: 'cache' },
      spec: {
        parameters: [
          { title: 'About it' },
          { properties: { spec: { required: ['size'] } } },
        ],
        steps: [
          {
            action: 'kratix:resource:apply',
            input: { platform: 'dev', promise: 'cache' },
          },
        ],
      },
    });
  });

  it.each([
    ['there is no API', cache.replace(/ {2}api:[^]*/, '  {}'), 'no spec.api'],
    ['there are two', `${cache}---${cache}`, 'it holds 2'],
  ])('says why there is none when %s', async (_, input, reason) => {
    const { exitCode, stdout, stderr } = await run(['form', '-'], input);

    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(reason);
  });
});

describe('kratix-portal', () => {
  it.each([
    [['check'], 2, 'missing required argument'],
    [['conjure'], 2, 'unknown command'],
    [['check', '--format', 'xml', 'a'], 2, 'Allowed choices are'],
  ])('answers %j with %d', async (args, exitCode, message) => {
    const result = await run(args);

    expect(result.exitCode).toBe(exitCode);
    expect(result.stderr).toContain(message);
  });

  it('explains itself', async () => {
    const { exitCode, stdout } = await run(['--help']);

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/check[^]*form/);
  });
});

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
