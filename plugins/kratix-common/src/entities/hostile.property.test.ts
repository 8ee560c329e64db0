import type { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { assertCatalogTakes } from '../__testUtils__/catalogRules';
import { platform } from '../__fixtures__/platform';
import type { Json } from '../__fixtures__/json';
import { redisPromise } from '../__fixtures__/redisPromise';
import { readyRequest } from '../__fixtures__/redisRequest';
import {
  parseDestination,
  parsePromise,
  parseResourceRequest,
} from '../kubernetes';
import type { KratixPromise } from '../model';
import { authorAnnotations } from '../names/keys';
import { buildDestinationEntity } from './buildDestinationEntity';
import { buildPromiseEntities } from './buildPromiseEntities';
import { buildRequestEntity } from './buildRequestEntity';
import { propertyRuns } from '../__testUtils__/propertyRuns';
import { cpuMs } from '../__testUtils__/cpuMs';

// Whatever an object of a cluster holds, what is made of it is what the catalog takes, and nothing in it is code.
jest.setTimeout(60_000);

const EVIL = 'EVIL';

describe('entities of hostile objects', () => {
  it('are what the catalog takes, of any Promise', async () => {
    await fc.assert(
      fc.asyncProperty(hostilePromise, async json => {
        const parsed = parsePromise(json);
        expect(parsed.ok).toBe(true);
        const promise = parsed.ok ? parsed.value : undefined;
        const { entities = [] } = promise
          ? buildPromiseEntities(promise, platform)
          : {};

        expect(entities[0]?.kind).toBe('Component');
        await expectTaken(entities);
        // No two entities of it are one, and the others are found from it.
        expect(new Set(entities.map(({ kind }) => kind)).size).toBe(
          entities.length,
        );
      }),
      propertyRuns(60),
    );
  });

  it('are what the catalog takes, of any request', async () => {
    const promise = asPromise(redisPromise());
    await fc.assert(
      fc.asyncProperty(hostileRequest, async json => {
        const parsed = parseResourceRequest(json, {
          promiseName: promise.name,
          api: promise.api ?? fail(),
        });
        const request = parsed.ok ? parsed.value : fail();
        const { entity } = buildRequestEntity(request, {
          platform,
          promise,
          phase: 'Ready',
        });

        expect(entity.spec?.owner).not.toBe('');
        await expectTaken([entity]);
      }),
      propertyRuns(150),
    );
  });

  it('are what the catalog takes, of any Destination', async () => {
    await fc.assert(
      fc.asyncProperty(hostileMetadata, text, async (metadata, store) => {
        const parsed = parseDestination({
          apiVersion: 'platform.kratix.io/v1alpha1',
          kind: 'Destination',
          metadata,
          spec: { stateStoreRef: { kind: 'GitStateStore', name: store } },
        });
        if (parsed.ok) {
          const { entity } = buildDestinationEntity(parsed.value, platform);
          await expectTaken([entity]);
        }
        expect(parsed.ok).toBe(true);
      }),
      propertyRuns(50),
    );
  });

  it.each([
    ['that holds itself', cyclic()],
    ['with more fields than a page can show', wide(2_000)],
    ['nested deeper than a stack is', deep(20_000)],
    ['nested as deeply as it may be', deep(20)],
  ])('come of a Promise with a schema %s, in time', async (_, spec) => {
    const started = cpuMs();
    const parsed = parsePromise(withSpec(spec));
    const { entities = [] } = parsed.ok
      ? buildPromiseEntities(parsed.value, platform)
      : {};

    expect(entities[0]?.kind).toBe('Component');
    await expectTaken(entities);
    expect(cpuMs() - started).toBeLessThan(5_000);
  });

  it('have names that no other object has', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(objectName, namespaceName, objectName), {
          selector: parts => parts.join('/'),
          minLength: 2,
          maxLength: 12,
        }),
        addresses => {
          const names = addresses.map(
            ([promise, namespace, name]) =>
              entityOfRequest(promise, namespace, name).metadata.name,
          );

          expect(new Set(names).size).toBe(addresses.length);
        },
      ),
      propertyRuns(100),
    );
  });
});

async function expectTaken(entities: readonly Entity[]): Promise<void> {
  for (const entity of entities) {
    await assertCatalogTakes(entity);
    // What a Template runs is its own; the catalog and the scaffolder evaluate it.
    if (entity.kind === 'Template') {
      const { steps, output } = entity.spec ?? {};
      expect(JSON.stringify([steps, output])).not.toMatch(
        /\$\{\{[^}]*EVIL|\{%[^%]*EVIL/,
      );
    }
  }
}

const text = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    `\${{ ${EVIL} }}`,
    `\${{ ${EVIL}.constructor("return process")() }}`,
    `{{ ${EVIL} }}{% for x in ${EVIL} %}`,
    `'}} \${{ ${EVIL} }}`,
    `"\n- id: ${EVIL}`,
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    '[click](javascript:alert(1))',
    '\u0000\u0007\u001b[31m',
    '\u202Eevil\u2066',
    '\ud83d', // half of a pair
    '__proto__',
    'constructor',
    '$text',
    '日本語 العربية 🏳️‍🌈',
    'x'.repeat(10_000),
    '../../etc/passwd',
    'group:default/',
    'user:../x',
    'https://user:secret@evil.example/?a=1',
    // eslint-disable-next-line no-script-url
    'javascript:alert(1)',
    '["a", {"url": {}}]',
    '[{"url": "https://ok.example", "title": {"$text": "x"}}]',
    `a,b,,A B,ü,__proto__,${'y'.repeat(300)}`,
    '&a [*a, *a]',
  ),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

const anything: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.jsonValue({ maxDepth: 3 }),
);

const label = fc
  .stringMatching(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/)
  .filter(word => word.length <= 63);
const namespaceName = fc.oneof(
  label,
  fc.constantFrom('a', 'x'.repeat(63), 'default', 'constructor'),
);
const objectName = fc.oneof(
  fc.array(label, { minLength: 1, maxLength: 4 }).map(words =>
    words
      .join('.')
      .slice(0, 253)
      .replace(/[-.]+$/, ''),
  ),
  fc.constantFrom(
    Array(4).fill('n'.repeat(63)).join('.').slice(0, 253),
    'constructor',
    'a.b',
    '0',
  ),
);

const wishKeys = [
  ...Object.values(authorAnnotations),
  ...[
    'name title description tags type lifecycle owner system subcomponentOf providesApis consumesApis',
    'dependsOn summary',
  ]
    .join(' ')
    .split(' ')
    .flatMap(key => [
      `ske.backstage.component/${key}`,
      `ske.backstage.template/${key}`,
    ]),
];

const annotations = fc
  .array(fc.tuple(fc.constantFrom(...wishKeys), text), { maxLength: 12 })
  .map(entries => Object.fromEntries(entries));

const hostileMetadata: fc.Arbitrary<Json> = fc.record({
  name: objectName,
  namespace: namespaceName,
  uid: text,
  resourceVersion: text,
  generation: anything,
  creationTimestamp: anything,
  labels: fc.dictionary(
    fc.oneof(fc.constant('kratix.io/promise-version'), text),
    anything,
    { maxKeys: 5 },
  ),
  annotations,
});

const fieldName = fc.oneof(
  fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,20}$/),
  fc.constantFrom(
    '$ref',
    '$text',
    '__proto__',
    'constructor',
    'ui:widget',
    'a.b',
    '',
    `\${{ ${EVIL} }}`,
    "a']['b",
  ),
);

const scalar: fc.Arbitrary<Json> = fc.record(
  {
    type: fc.constantFrom<unknown>(
      'string',
      'integer',
      'boolean',
      'nothing',
      7,
    ),
    title: text,
    description: text,
    default: anything,
    enum: fc.array(anything, { maxLength: 4 }),
    pattern: fc.oneof(text, fc.constantFrom('(a+)+$', '[', '^\\p{L}+$')),
    format: text,
    minimum: anything,
    maxLength: anything,
    nullable: anything,
    'x-kratix-portal': anything,
    'x-kubernetes-validations': anything,
  },
  { requiredKeys: [] },
);

const { schema } = fc.letrec<{ schema: Json }>(tie => ({
  schema: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.record(
      {
        type: fc.constant('object'),
        title: text,
        description: text,
        properties: fc.dictionary(fieldName, tie('schema'), { maxKeys: 4 }),
        required: fc.oneof(fc.array(fieldName), anything),
        additionalProperties: fc.oneof(tie('schema'), anything),
        oneOf: fc.array(tie('schema'), { maxLength: 3 }),
      },
      { requiredKeys: ['type', 'properties'] },
    ),
    fc.record({ type: fc.constant('array'), items: tie('schema') }),
    fc.constant({ $ref: '#' }),
  ),
}));

const hostilePromise: fc.Arbitrary<Json> = fc
  .record({
    metadata: hostileMetadata,
    schema,
    description: anything,
    names: fc.record(
      { kind: anything, plural: anything, singular: anything },
      { requiredKeys: [] },
    ),
    status: anything,
    required: anything,
    isNamed: fc.boolean(),
  })
  .map(({ metadata, schema: spec, names, status, ...rest }) => {
    const json = withSpec(spec);
    const crd = json.spec.api.spec;
    crd.versions[0].schema.openAPIV3Schema.description = rest.description;
    return {
      ...json,
      metadata: { ...metadata, namespace: undefined },
      spec: {
        ...json.spec,
        requiredPromises: rest.required,
        api: rest.isNamed
          ? json.spec.api
          : { ...json.spec.api, spec: { ...crd, names } },
      },
      status,
    };
  });

const hostileRequest: fc.Arbitrary<Json> = fc
  .record({
    metadata: hostileMetadata,
    spec: anything,
    status: fc.oneof(
      anything,
      fc.dictionary(text, anything, { maxKeys: 6 }),
      fc.record({ message: anything, conditions: anything, kratix: anything }),
    ),
  })
  .map(parts => ({ ...readyRequest(), ...parts }));

function withSpec(spec: unknown): Json {
  const json = redisPromise();
  json.spec.api.spec.versions[0].schema.openAPIV3Schema.properties.spec = spec;
  return json;
}

function cyclic(): Json {
  const node: Json = { type: 'object', properties: {} };
  node.properties.again = node;
  return node;
}

function wide(fields: number): Json {
  return {
    type: 'object',
    properties: Object.fromEntries(
      Array.from({ length: fields }, (_, index) => [
        `field${index}`,
        { type: 'string', description: `\${{ ${EVIL} }}` },
      ]),
    ),
  };
}

function deep(levels: number): Json {
  let node: Json = { type: 'string' };
  for (let level = 0; level < levels; level += 1) {
    node = { type: 'object', properties: { down: node } };
  }
  return node;
}

function asPromise(json: unknown): KratixPromise {
  const parsed = parsePromise(json);
  return parsed.ok ? parsed.value : fail();
}

function entityOfRequest(promiseName: string, namespace: string, name: string) {
  const { api } = asPromise(redisPromise());
  const parsed = parseResourceRequest(
    { ...readyRequest(), metadata: { name, namespace } },
    { promiseName, api: api ?? fail() },
  );
  return parsed.ok
    ? buildRequestEntity(parsed.value, { platform, phase: 'Ready' }).entity
    : fail();
}

function fail(): never {
  throw new Error('The fixture does not parse');
}
