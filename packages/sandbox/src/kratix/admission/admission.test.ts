import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createSandbox } from '../../createSandbox';
import type { Sandbox } from '../../createSandbox';
import { databaseCrd } from '../../testing/databaseCrd';
import { requestJson } from '../../testing/requestJson';
import type { Json } from '../json/read';
import { recordsOf } from '../json/read';
import { platformApiVersion } from '../vocabulary/resources';

interface Answer {
  title: string;
  code: number;
  warnings?: string[];
  message?: string;
  kind: string;
  metadata: { name: string };
  spec: object;
}

const answers: Answer[] = parse(
  readFileSync(join(__dirname, '__fixtures__/answers.yaml'), 'utf8'),
);
const resourceOf = (kind: string) => `${kind.toLowerCase()}s`;

describe("Kratix's webhooks", () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await createSandbox({ empty: true });
    for (const object of setting) {
      await create(object);
    }
    await until(
      async () =>
        (
          await list('promiserevisions')
        ).filter(revision => (revision.status as { latest?: boolean })?.latest)
          .length === 1,
    );
  });

  afterAll(() => sandbox.close());

  it.each(answers)(
    'answer as recorded: $kind, $title',
    async ({ title: _, code, warnings = [], message, ...object }) => {
      const answer = await create(object, '?dryRun=All');

      expect({
        code: answer.code,
        warnings: answer.warnings,
        message: answer.message?.replace(
          /(webhook-dry-run(?:-[A-Za-z_]+)?)-[0-9a-f]{5}\b/g,
          '$1-#####',
        ),
      }).toEqual({ code, warnings, message });
    },
  );

  it('warn again when the same is applied again, and not about a status', async () => {
    const url = `${urlOf('promises')}/needy`;
    const needy = completed({
      kind: 'Promise',
      metadata: { name: 'needy' },
      spec: { requiredPromises: [{ name: 'nope', version: 'v1' }] },
    });
    const apply = (path = '') =>
      requestJson(`${url}${path}?fieldManager=test&force=true`, {
        method: 'PATCH',
        type: 'application/apply-patch+yaml',
        body: needy,
      });

    const answersOfApply = [
      await apply(),
      await apply(),
      await apply('/status'),
    ];

    expect(
      answersOfApply.map(({ headers }) =>
        headers.get('warning')?.includes('not installed'),
      ),
    ).toEqual([true, true, undefined]);
  });

  it('keep the latest revision from everybody but Kratix', async () => {
    const [revision] = await list('promiserevisions');
    const { name } = revision?.metadata as { name: string };

    const refused = await requestJson(`${urlOf('promiserevisions')}/${name}`, {
      method: 'DELETE',
    });

    expect(refused).toMatchObject({
      code: 403,
      body: {
        message:
          'admission webhook "vpromiserevision-v1alpha1.kb.io" denied the request: can not delete the latest PromiseRevision',
      },
    });
    await requestJson(`${urlOf('promises')}/base`, { method: 'DELETE' });
    await until(async () =>
      (
        await list('promiserevisions')
      ).every(each => (each.metadata as { name: string }).name !== name),
    );
  });

  it('fill in where an aggregated file goes', async () => {
    const { body } = await create(
      {
        kind: 'Destination',
        metadata: { name: 'aggregated' },
        spec: {
          path: 'q',
          filepath: { mode: 'aggregatedYAML' },
          stateStoreRef: { kind: 'BucketStateStore', name: 'st' },
        },
      },
      '?dryRun=All',
    );

    expect(body).toMatchObject({
      spec: {
        filepath: { mode: 'aggregatedYAML', filename: 'aggregated.yaml' },
      },
    });
  });

  it('repeat a name in any script', async () => {
    const { warnings } = await create(
      {
        kind: 'Promise',
        metadata: { name: 'wh' },
        spec: { requiredPromises: [{ name: 'größe\n"日本"' }] },
      },
      '?dryRun=All',
    );

    expect(warnings[0]).toBe(
      String.raw`Required Promise "größe\n\"日本\"" at version "" not installed`,
    );
  });

  const urlOf = (resource: string) =>
    `${sandbox.url}/apis/${platformApiVersion}/${resource}`;

  async function list(resource: string): Promise<readonly Json[]> {
    const { body } = await requestJson(urlOf(resource));
    return recordsOf(body.items);
  }

  async function create(
    object: Pick<Answer, 'kind' | 'metadata' | 'spec'>,
    query = '',
  ) {
    const { code, headers, body } = await requestJson(
      `${urlOf(resourceOf(object.kind))}${query}`,
      { method: 'POST', body: completed(object) },
    );
    return {
      code,
      body,
      warnings: warningsOf(headers.get('warning')),
      message: code < 300 ? undefined : String(body.message),
    };
  }
});

const setting = [
  {
    kind: 'Promise',
    metadata: {
      name: 'base',
      labels: { 'kratix.io/promise-version': 'v1' },
    },
    spec: { api: undefined },
  },
  {
    kind: 'BucketStateStore',
    metadata: { name: 'st' },
    spec: { bucketName: 'a', endpoint: 'b', authMethod: 'IAM' },
  },
  {
    kind: 'Destination',
    metadata: { name: 'taker' },
    spec: {
      path: 'taken',
      stateStoreRef: { kind: 'BucketStateStore', name: 'st' },
    },
  },
];

function completed(object: Pick<Answer, 'kind' | 'metadata' | 'spec'>) {
  return {
    apiVersion: platformApiVersion,
    ...object,
    spec:
      object.kind === 'Promise'
        ? { api: databaseCrd, ...object.spec }
        : object.spec,
  };
}

/** The texts of `299 - "…"`, of which a header may hold several. */
function warningsOf(header: string | null): string[] {
  const text = Buffer.from(header ?? '', 'latin1').toString('utf8');
  return [...text.matchAll(/299 - "((?:[^"\\]|\\.)*)"/g)].map(([, quoted]) =>
    (quoted ?? '').replace(/\\(.)/g, '$1'),
  );
}

async function until(isMet: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await isMet())) {
    if (Date.now() > deadline) {
      throw new Error('it did not happen within 10 s');
    }
    await new Promise(resolve => {
      setTimeout(resolve, 20);
    });
  }
}
