import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { entityAnnotations } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Sandbox } from '@kratix-portal/sandbox';
import catalogModuleKratix from './index';
import { RecordingCatalog } from './__testUtils__/RecordingCatalog';
import {
  createPromise,
  order,
  pause,
  platformConfig,
  redises,
  startSandbox,
  until,
} from './__testUtils__/sandboxPlatform';

jest.setTimeout(60_000);

const names = ['dev', 'prod'] as const;
const refsIn = (namespace: string) => [
  `api:${namespace}/redis`,
  `component:${namespace}/redis`,
  `resource:${namespace}/redis.team-a.cache`,
  `resource:${namespace}/redis.team-a.queue`,
  `template:${namespace}/redis`,
];

describe('two platforms on which everything has the same name', () => {
  const sandboxes: Sandbox[] = [];
  let catalog: RecordingCatalog;
  let backend: { stop(): Promise<void> };

  beforeAll(async () => {
    for (const _ of names) {
      const sandbox = await startSandbox({ empty: true });
      sandboxes.push(sandbox);
      createPromise(sandbox);
      await order(sandbox, 'cache');
      await order(sandbox, 'queue');
    }
    catalog = new RecordingCatalog();
    backend = await startTestBackend({
      features: [
        ...catalog.features(),
        catalogModuleKratix,
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost' },
            kratix: {
              platforms: sandboxes.map((sandbox, index) => ({
                ...platformConfig(sandbox, names[index]),
                catalog: { namespace: names[index] },
              })),
            },
          },
        }),
      ],
    });
    await until(() => refs().length === 10);
  });

  afterAll(async () => {
    await backend?.stop();
    await Promise.all(sandboxes.map(sandbox => sandbox.close()));
  });

  it('share no entity, and name none of each other', () => {
    expect(refs()).toEqual([...refsIn('dev'), ...refsIn('prod')].sort());
    for (const name of names) {
      const own = [...catalog.entities.values()].filter(
        ({ metadata }) => metadata.namespace === name,
      );
      const other = name === 'dev' ? 'prod' : 'dev';
      expect(
        own.map(
          ({ metadata }) => metadata.annotations?.[entityAnnotations.platform],
        ),
      ).toEqual(own.map(() => name));
      expect(JSON.stringify(own)).not.toContain(`:${other}/`);
    }
  });

  it('change and lose what is theirs alone', async () => {
    const [, prod] = sandboxes;
    prod?.cluster.delete(redises, { namespace: 'team-a', name: 'cache' });
    prod?.cluster.mutate(
      redises,
      { namespace: 'team-a', name: 'queue' },
      ({ metadata }) => {
        metadata.annotations = { 'kratix-portal.io/title': 'The other queue' };
      },
    );

    await until(() => titleOf('prod', 'queue') === 'The other queue');
    await until(() => !refs().includes('resource:prod/redis.team-a.cache'));

    expect(refs()).toEqual(expect.arrayContaining(refsIn('dev')));
    expect(titleOf('dev', 'queue')).toBe('queue');
    expect(catalog.removed).toEqual(['resource:prod/redis.team-a.cache']);
  });

  it('do not wait for each other', async () => {
    const [dev, prod] = sandboxes;
    prod?.faults.add({ kind: 'refuse' });
    prod?.dropConnections();
    await pause(500);

    dev?.cluster.mutate(
      redises,
      { namespace: 'team-a', name: 'cache' },
      ({ metadata }) => {
        metadata.annotations = { 'kratix-portal.io/title': 'Still changing' };
      },
    );

    await until(() => titleOf('dev', 'cache') === 'Still changing');
    expect(refs()).toContain('resource:prod/redis.team-a.queue');
    prod?.faults.clear();
  });

  const refs = () => [...catalog.entities.keys()].sort();

  const titleOf = (platform: string, name: string) =>
    catalog.entities.get(`resource:${platform}/redis.team-a.${name}`)?.metadata
      .title;
});
