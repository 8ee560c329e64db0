import type { JsonObject } from '@backstage/types';
import { validate } from 'jsonschema';
import { assertCatalogTakes } from '../__testUtils__/catalogRules';
import { asPromise, promiseWithSpecSchema } from '../__fixtures__/parsed';
import { platform } from '../__fixtures__/platform';
import { redisPromise } from '../__fixtures__/redisPromise';
import { untouchedForm } from '../__testUtils__/renderForm';
import type { KratixPromise } from '../model';
import { buildTemplate } from './buildTemplate';

describe('buildTemplate', () => {
  it('asks what it is called and what it shall be, and orders it', async () => {
    const template = templateOf(asPromise(redisPromise()));

    expect(template.metadata).toMatchObject({
      name: 'redis',
      title: 'Redis',
      tags: ['kratix'],
    });
    expect(template.spec).toMatchObject({
      type: 'kratix-resource',
      owner: 'group:default/data',
      parameters: [
        {
          title: 'About it',
          required: ['objname', 'objnamespace'],
          properties: {
            objname: { 'ui:field': 'KratixRequestName' },
            objnamespace: { 'ui:field': 'KratixNamespace' },
            owner: { 'ui:field': 'OwnerPicker' },
          },
        },
        {
          title: 'Redis',
          required: ['spec'],
          properties: {
            spec: {
              required: ['size'],
              properties: {
                size: { enum: ['small', 'large'], default: 'small' },
                replicas: { minimum: 1, maximum: 5 },
              },
              'ui:field': 'KratixSpec',
              'ui:options': {
                platform: 'dev',
                platformTitle: 'Development',
                promise: 'redis',
                isLast: true,
                places: [{ page: 'Redis', names: ['size', 'replicas'] }],
              },
            },
          },
        },
        {
          title: 'Check',
          properties: {
            kratixCheck: {
              'ui:field': 'KratixCheck',
              'ui:options': { platform: 'dev', promise: 'redis' },
            },
          },
        },
      ],
      steps: [
        {
          id: 'apply',
          action: 'kratix:resource:apply',
          input: {
            platform: 'dev',
            promise: 'redis',
            namespace: '${{ parameters.objnamespace }}',
            name: '${{ parameters.objname }}',
            owner: '${{ parameters.owner }}',
            spec: '${{ parameters.spec }}',
          },
        },
      ],
      output: {
        links: [{ entityRef: '${{ steps.apply.output.entityRef }}' }],
      },
    });
    await assertCatalogTakes(template);
  });

  it('never lets a text of the Promise be evaluated', () => {
    const attack = '${{ secrets.USER_OAUTH_TOKEN }}';
    const json = redisPromise();
    json.metadata.annotations = Object.fromEntries(
      ['title', 'description', 'lifecycle', 'template-owner', 'owner', 'tags']
        .map(key => `kratix-portal.io/${key}`)
        .concat(['ske.backstage.template/type', 'ske.backstage.template/title'])
        .map(key => [key, attack]),
    );
    json.metadata.labels['kratix.io/promise-version'] = attack;
    const { openAPIV3Schema } = json.spec.api.spec.versions[0].schema;
    openAPIV3Schema.description = attack;
    openAPIV3Schema.properties.spec.properties.size = {
      type: 'string',
      title: attack,
      description: attack,
      enum: [attack],
      default: attack,
      'x-kratix-portal': { title: attack, page: attack, help: attack },
    };

    const { spec } = templateOf(asPromise(json));

    const evaluated = JSON.stringify([spec.steps, spec.output]);
    expect(evaluated).not.toContain('secrets');
    expect(evaluated.match(/\$\{\{[^}]*\}\}/g)).toEqual([
      '${{ parameters.mode }}',
      '${{ parameters.objnamespace }}',
      '${{ parameters.objname }}',
      '${{ parameters.owner }}',
      '${{ parameters.spec }}',
      '${{ steps.apply.output.entityRef }}',
    ]);
  });

  it.each([
    ['no fields', {}],
    ['no spec at all', undefined],
  ])('orders from a Promise with %s', (_, specSchema) => {
    const json = redisPromise();
    const { openAPIV3Schema } = json.spec.api.spec.versions[0].schema;
    openAPIV3Schema.properties = specSchema ? { spec: specSchema } : {};

    const { parameters, steps } = templateOf(asPromise(json)).spec;

    expect([parameters].flat()).toHaveLength(specSchema ? 3 : 2);
    expect(steps[0]?.input?.spec).toEqual(
      specSchema ? '${{ parameters.spec }}' : {},
    );
  });

  it('is taken by the server before anything optional is filled in', () => {
    const promise = promiseWithSpecSchema({
      type: 'object',
      properties: {
        database: {
          type: 'object',
          required: ['engine'],
          properties: {
            engine: { type: 'string' },
            tags: {
              type: 'array',
              minItems: 1,
              items: { type: 'string' },
            },
          },
        },
        port: { 'x-kubernetes-int-or-string': true, default: 80 },
      },
    });
    const page = pagesOf(promise)[1] ?? {};

    const untouched = untouchedForm(page);

    expect(validate(untouched, page).errors.map(String)).toEqual([]);
  });

  it('spreads fields over the pages that the author names, and folds away what is rare', () => {
    const text = { type: 'string' };
    const pages = pagesOf(
      promiseWithSpecSchema({
        type: 'object',
        required: ['must', 'rareMust'],
        properties: {
          must: text,
          net: { ...text, 'x-kratix-portal': { page: 'Network' } },
          rare: { ...text, 'x-kratix-portal': { advanced: true } },
          rareMust: { ...text, 'x-kratix-portal': { advanced: true } },
        },
      }),
    );

    const summary = pages.slice(1, -1).map(page => {
      const { spec } = page.properties as { spec: JsonObject };
      return [page.title, Object.keys(spec.properties ?? {}), spec.required];
    });
    expect(summary).toEqual([
      ['Redis', ['must', 'rareMust'], ['must', 'rareMust']],
      ['Network', ['net'], undefined],
      ['More options', ['rare'], undefined],
    ]);
  });

  it('has a step for what must be filled in, and few for the rest of a very long form', async () => {
    const textsOf = (count: number): JsonObject =>
      Object.fromEntries(
        Array.from({ length: count }, (_, n) => [`f${n}`, { type: 'string' }]),
      );
    const template = templateOf(
      promiseWithSpecSchema({
        type: 'object',
        required: ['engine'],
        properties: {
          ...Object.fromEntries(
            ['backup', 'logging', 'network', 'scaling'].map(name => [
              name,
              { type: 'object', properties: textsOf(190) },
            ]),
          ),
          engine: { type: 'string' },
          ...textsOf(39),
        },
      }),
    );

    const pages = [template.spec.parameters ?? []].flat() as JsonObject[];
    expect(pages.map(({ title }) => title)).toEqual([
      'About it',
      'Redis',
      'Backup',
      'Logging',
      'Network',
      'Scaling',
      'More options',
      'Check',
    ]);
    expect(pages[1]?.properties).toMatchObject({
      spec: { required: ['engine'] },
    });
    await assertCatalogTakes(template);
  });

  it('says on the pages what may not change, and where a field is to be found', () => {
    const text = { type: 'string' };
    const immutable = { ...text, 'x-kratix-portal': { immutable: true } };
    const pages = pagesOf(
      promiseWithSpecSchema({
        type: 'object',
        properties: {
          engine: immutable,
          net: {
            type: 'object',
            properties: { cidr: immutable, name: text },
            'x-kratix-portal': { page: 'Network' },
          },
          region: text,
        },
        'x-kubernetes-validations': [{ rule: 'self.region == oldSelf.region' }],
      }),
    );

    const options = pages.slice(1, -1).map(page => {
      const { spec } = page.properties as { spec: JsonObject };
      return spec['ui:options'];
    });
    const order = {
      platform: 'dev',
      platformTitle: 'Development',
      promise: 'redis',
    };
    const locked = [['engine'], ['net', 'cidr'], ['region']];
    const rules = [
      { says: 'self.region == oldSelf.region', names: ['region'] },
    ];
    expect(options).toEqual([
      { ...order, locked, rules },
      {
        ...order,
        locked,
        rules,
        isLast: true,
        places: [
          { page: 'Redis', names: ['engine', 'region'] },
          { page: 'Network', names: ['net'] },
        ],
      },
    ]);
  });

  it('shows by its own field what is one editor', () => {
    const [, page] = pagesOf(
      promiseWithSpecSchema({ 'x-kubernetes-preserve-unknown-fields': true }),
    );

    expect(page?.properties).toMatchObject({
      spec: { 'ui:field': 'KratixSpec', 'ui:options': { inner: 'KratixYaml' } },
    });
  });

  it('offers the only namespace there is', () => {
    const [about] = pagesOf(asPromise(redisPromise()), ['team-a']);

    expect(about).toMatchObject({
      properties: { objnamespace: { default: 'team-a' } },
    });
  });

  it.each([
    ['no API', undefined],
    ['an API that cannot be used', { kind: 'x' }],
  ])('makes nothing of %s', (_, api) => {
    const json = redisPromise();
    json.spec.api = api;

    const { template, problems } = buildTemplate(asPromise(json), platform);

    expect(template).toBeUndefined();
    expect(problems).toEqual([]);
  });

  it('reports what costs people something, and not what the platform checks anyway', () => {
    const { problems } = buildTemplate(
      promiseWithSpecSchema({
        type: 'object',
        properties: { $odd: { type: 'string' }, b: { type: 'string' } },
        'x-kubernetes-validations': [{ rule: 'self.b != ""' }],
      }),
      platform,
    );

    expect(problems.map(({ code }) => code)).toEqual(['unusable-name']);
  });
});

function templateOf(promise: KratixPromise, namespaces: string[] = []) {
  const { template } = buildTemplate(promise, { ...platform, namespaces });
  if (!template) {
    throw new Error('There is no Template');
  }
  return template;
}

function pagesOf(promise: KratixPromise, namespaces?: string[]): JsonObject[] {
  const { parameters } = templateOf(promise, namespaces).spec;
  return [parameters ?? []].flat() as JsonObject[];
}
