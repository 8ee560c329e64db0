import { gzipSync } from 'node:zlib';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import {
  createSandbox,
  systemClock,
  type Sandbox,
} from '@kratix-portal/sandbox';
import { redisPromise } from '../__fixtures__/kratixObjects';
import { readKratixConfig } from '../config/readKratixConfig';
import { DefaultKratixService } from '../service/DefaultKratixService';

jest.setTimeout(30_000);

const kratix = { group: 'platform.kratix.io', version: 'v1alpha1' };
const works = { ...kratix, resource: 'works' };
const core = { group: '', version: 'v1' };
const hostile = '../../etc/\u202Epasswd.yaml';

function work(name: string, request: string, files: Record<string, string>) {
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Work',
    metadata: {
      name,
      namespace: 'team-a',
      labels: {
        'kratix.io/promise-name': 'redis',
        'kratix.io/resource-name': request,
        'kratix.io/pipeline-name': 'apply',
        'kratix.io/work-type': 'resource',
      },
    },
    spec: {
      promiseName: 'redis',
      resourceName: request,
      workloadGroups: [
        {
          id: '5058f1af8388633f609cadb75a75dc9d',
          directory: '.',
          workloads: Object.entries(files).map(([filepath, text]) => ({
            filepath,
            content: gzipSync(text).toString('base64'),
          })),
        },
      ],
    },
  };
}

describe('DefaultDeliveryClient and the sandbox', () => {
  const directory = createMockDirectory();
  let sandbox: Sandbox;
  let service: DefaultKratixService;
  const one = {
    promise: 'redis',
    request: { namespace: 'team-a', name: 'one' },
  };
  const group = '5058f1af8388633f609cadb75a75dc9d';

  beforeEach(async () => {
    directory.clear();
    sandbox = await createSandbox({
      clock: systemClock({ speed: 50 }),
      empty: true,
      stateFile: directory.resolve('state.json'),
      log: () => {},
    });
    directory.addContent({ kubeconfig: sandbox.kubeconfig });
    sandbox.cluster.create(
      { ...core, resource: 'namespaces' },
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'team-a' } },
    );
    sandbox.cluster.create(
      { ...kratix, resource: 'promises' },
      {
        ...redisPromise(),
        apiVersion: 'platform.kratix.io/v1alpha1',
        kind: 'Promise',
        metadata: { name: 'redis' },
        status: undefined,
      },
    );
    sandbox.cluster.create(
      works,
      work('mine', 'one', { 'a.yaml': 'a: 1\n', [hostile]: 'b: 2\n' }),
    );
    sandbox.cluster.create(
      works,
      work('others', 'one-more', { 'a.yaml': 'secret: 1\n' }),
    );
    service = new DefaultKratixService({
      config: readKratixConfig(
        mockServices.rootConfig({
          data: {
            kratix: {
              platforms: [
                {
                  name: 'dev',
                  identity: 'service-account',
                  namespaces: ['team-a'],
                  connection: {
                    kubeconfig: { path: directory.resolve('kubeconfig') },
                  },
                },
              ],
            },
          },
        }),
      ),
      logger: mockServices.logger.mock(),
    });
  });

  afterEach(async () => {
    service.stop();
    await sandbox.close();
  });

  const client = () => service.deliveries('dev', { type: 'portal' });
  const readFile = (name: string, path = 'a.yaml') =>
    client().readFile(one, { work: name, group, path });

  it('reads the Works of one request, without their contents', async () => {
    const delivery = await client().read(one);

    expect(delivery.works.map(({ name }) => name)).toEqual(['mine']);
    expect(delivery.works[0]?.groups[0]?.files).toEqual([
      { path: 'a.yaml' },
      { path: hostile },
    ]);
  });

  it('reads one file by exactly its name', async () => {
    expect(await readFile('mine')).toMatchObject({
      type: 'text',
      text: 'a: 1\n',
    });
    expect(await readFile('mine', hostile)).toMatchObject({ text: 'b: 2\n' });
  });

  it.each([
    ['of another request', 'others', 'a.yaml'],
    ['of a Work that there is not', 'nobody', 'a.yaml'],
    ['that there is not', 'mine', '../a.yaml'],
  ])('reads no file %s', async (_, name, path) => {
    await expect(readFile(name, path)).rejects.toThrow(
      expect.objectContaining({ name: 'NotFoundError' }),
    );
  });

  it('reads nothing where the platform is not to be read', async () => {
    await expect(
      client().read({
        promise: 'redis',
        request: { namespace: 'kube-system', name: 'one' },
      }),
    ).rejects.toThrow(/kube-system/);
  });

  it('reads the events of the request and its Works, and of no other', async () => {
    const read = () =>
      client().readEvents({ ...one, uid: 'uid-of-one', kind: 'Redis' });
    let { events, isComplete } = await read();
    while (!events.some(({ subject }) => subject.name === 'mine')) {
      ({ events, isComplete } = await read());
    }

    expect(isComplete).toBe(true);
    expect(events.map(({ subject }) => subject.name)).not.toContain('others');
  });

  it('reads what a Promise brings itself', async () => {
    await expect(client().read({ promise: 'redis' })).resolves.toEqual({
      works: [],
      workPlacements: [],
      isComplete: true,
    });
  });
});
