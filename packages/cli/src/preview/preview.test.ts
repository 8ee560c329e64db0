import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { judgeOrder } from './judgeOrder';
import { PreviewServer } from './PreviewServer';
import { readPreview } from './readPreview';
import { runPreview } from './runPreview';

const promise = (spec: object) =>
  stringify({
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: { name: 'cache' },
    spec: {
      api: {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: 'caches.example.org' },
        spec: {
          group: 'example.org',
          scope: 'Namespaced',
          names: { kind: 'Cache', plural: 'caches', singular: 'cache' },
          versions: [
            {
              name: 'v1',
              served: true,
              storage: true,
              schema: {
                openAPIV3Schema: { type: 'object', properties: { spec } },
              },
            },
          ],
        },
      },
    },
  });

const cache = promise({
  type: 'object',
  required: ['size'],
  properties: { size: { type: 'string' }, note: { type: 'string' } },
  'x-kubernetes-validations': [
    { rule: "self.size != 'xl'", message: 'xl is sold out' },
  ],
});

describe('readPreview', () => {
  it('makes the form that the portal will have', () => {
    const { form, problems } = readPreview(cache);

    expect(problems).toEqual([]);
    expect(form?.title).toBe('Cache');
    expect(form?.pages.map(page => page.title)).toEqual([
      'About it',
      'Cache',
      'Check',
    ]);
  });

  it.each([
    ['a: [', /^Line \d+: Not YAML/],
    ['a: 1', /Promise/],
    [cache.replace('Namespaced', 'Cluster'), /Cluster/],
  ])('says why there is none of %j', (text, why) => {
    const { form, problems } = readPreview(text);

    expect(form).toBeUndefined();
    expect(problems[0]).toMatch(why);
  });
});

describe('judgeOrder', () => {
  const judge = (spec: Record<string, unknown>) =>
    judgeOrder(readPreview(cache).promise, {
      mode: 'create',
      name: 'a',
      namespace: 'n',
      spec,
    });

  it('shows what would be sent, without what the form leaves behind', () => {
    expect(judge({ size: 's', note: '' })).toMatchObject({
      ok: true,
      manifest: expect.stringMatching(/spec:\n {2}size: s\n$/),
    });
  });

  it.each([
    [{}, 'spec.size', /Required value/],
    [{ size: 'xl' }, 'spec', /xl is sold out/],
  ])('refuses %j at %s', (spec, at, message) => {
    expect(judge(spec)).toMatchObject({
      ok: false,
      errors: [{ path: at, message: expect.stringMatching(message) }],
    });
  });
});

describe('PreviewServer', () => {
  const assets = async () => ({ script: 'script', style: 'style' });

  it('tells the page of every change, and of mistakes', async () => {
    const server = new PreviewServer('promise.yaml', assets);
    server.show(cache);
    const url = await server.listen(0);
    try {
      expect(await (await fetch(url)).text()).toContain('/previewApp.js');
      expect(await (await fetch(`${url}/previewApp.js`)).text()).toBe('script');
      const reader = (await fetch(`${url}/states`)).body?.getReader();
      const next = async () => {
        const { value } = (await reader?.read()) ?? {};
        const text = new TextDecoder().decode(value);
        return JSON.parse(text.replace(/^data: /, ''));
      };

      expect(await next()).toMatchObject({ version: 1, problems: [] });
      server.show('a: [');
      expect(await next()).toMatchObject({
        version: 2,
        problems: [expect.stringContaining('Not YAML')],
      });
      await reader?.cancel();
    } finally {
      server.close();
    }
  });

  it('answers no other site whose name was pointed at it', async () => {
    const server = new PreviewServer('promise.yaml', assets);
    const url = new URL(await server.listen(0));
    try {
      const status = await new Promise(resolve => {
        get(
          { port: url.port, host: '127.0.0.1', headers: { host: 'evil.test' } },
          res => {
            res.resume();
            resolve(res.statusCode);
          },
        );
      });
      expect(status).toBe(403);
    } finally {
      server.close();
    }
  });
});

describe('runPreview', () => {
  it.each([
    ['a file that is not there', 'missing.yaml', '0'],
    ['a port that is none', 'promise.yaml', '99999'],
  ])('ends at once for %s', async (_, name, port) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'preview-'));
    await writeFile(path.join(folder, 'promise.yaml'), cache);
    const stderr = { write: jest.fn() };
    try {
      const exitCode = await runPreview(
        path.join(folder, name),
        { port },
        { stdin: process.stdin, stdout: { write: jest.fn() }, stderr },
        new AbortController().signal,
        async () => ({ script: '', style: '' }),
      );

      expect(exitCode).toBe(2);
      expect(stderr.write).toHaveBeenCalled();
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
