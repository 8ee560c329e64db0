import { assertCatalogTakes } from '../__testUtils__/catalogRules';
import { asPromise, asRequest } from '../__fixtures__/parsed';
import { platform } from '../__fixtures__/platform';
import { redisPromise } from '../__fixtures__/redisPromise';
import { readyRequest } from '../__fixtures__/redisRequest';
import { buildPromiseEntities } from './buildPromiseEntities';
import { buildRequestEntity } from './buildRequestEntity';

const variable = (name: string, value: unknown) => ({ name, value });

/** A container as SKE documents it, in both workflows. */
function promiseWith(
  env: readonly object[],
  image = 'registry.example.com/syntasso/ske-backstage-generator:v0.17.0',
) {
  const pipelines = [
    {
      apiVersion: 'platform.kratix.io/v1alpha1',
      kind: 'Pipeline',
      metadata: { name: 'backstage' },
      spec: { containers: [{ name: 'generator', image, env }] },
    },
  ];
  const json = redisPromise();
  json.metadata.annotations = {
    'ske.backstage.component/title': 'From the annotation',
  } as unknown as typeof json.metadata.annotations;
  json.spec.workflows = {
    promise: { configure: pipelines },
    resource: { configure: pipelines },
  } as unknown as typeof json.spec.workflows;
  return asPromise(json);
}

const env = [
  variable('COMPONENT_TITLE', 'From the environment'),
  variable('COMPONENT_DESCRIPTION', 'Of all of them'),
  variable('COMPONENT_OWNER', 'data-team'),
  variable('COMPONENT_SUBCOMPONENT_OF', 'component:default/store'),
  variable('COMPONENT_TAGS', 'data,cache'),
  variable('TEMPLATE_TITLE', 'Order a cache'),
  variable('TEMPLATE_LIFECYCLE', undefined),
  { name: 'COMPONENT_SYSTEM', valueFrom: { secretKeyRef: { name: 'x' } } },
];

describe("the environment of SKE's generator", () => {
  it('counts where the Promise has no annotation', async () => {
    const { entities } = buildPromiseEntities(promiseWith(env), platform);
    const [component, , template] = entities;

    expect(component).toMatchObject({
      metadata: {
        title: 'From the annotation',
        description: 'Of all of them',
        tags: ['kratix', 'data', 'cache'],
      },
      spec: {
        owner: 'group:default/data-team',
        subcomponentOf: 'component:default/store',
      },
    });
    expect(component?.spec).not.toHaveProperty('system');
    expect(template?.metadata.title).toBe('Order a cache');
    for (const entity of entities) {
      await assertCatalogTakes(entity);
    }
  });

  it('counts for requests, but owns none that says who asked', () => {
    const promise = promiseWith(env);
    const json = readyRequest();
    const build = () =>
      buildRequestEntity(asRequest(json), {
        platform,
        promise,
        phase: 'Ready',
      }).entity;

    expect(build()).toMatchObject({
      metadata: {
        title: 'From the environment',
        tags: ['kratix', 'data', 'cache'],
      },
      spec: { owner: 'group:default/data-team' },
    });

    json.metadata.annotations = {
      'kratix.io/requested-by': 'user:default/ana',
    };

    expect(build().spec?.owner).toBe('user:default/ana');
  });

  it.each([
    'registry.example.com/backstage-controller',
    'ghcr.io/syntasso/ske-portal-controller@sha256:0123',
  ])('is read of %s', image => {
    expect(promiseWith(env, image).skeDefaults?.promise).toHaveProperty([
      'ske.backstage.component/description',
    ]);
  });

  it.each(['registry.example.com/other:v1', 'ske-backstage-generator-of-mine'])(
    'is not read of %s',
    image => {
      expect(promiseWith(env, image)).not.toHaveProperty('skeDefaults');
    },
  );

  it.each([
    [[variable('COMPONENT_TITLE', 7), null, 'x', { name: 7 }]],
    [[variable('COMPONENT___PROTO__', 'x'), variable('PATH', '/bin')]],
  ])('may hold anything: %j', given => {
    const { entities, problems } = buildPromiseEntities(
      promiseWith(given as object[]),
      platform,
    );

    expect(entities[0]?.metadata.description).not.toBe('x');
    expect(problems).toEqual([]);
  });
});
