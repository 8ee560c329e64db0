import { mockServices } from '@backstage/backend-test-utils';
import {
  createSandbox,
  systemClock,
  type Sandbox,
} from '@kratix-portal/sandbox';
import { redisPromise } from '../__fixtures__/kratixObjects';
import { waitFor } from '../__fixtures__/waitFor';
import { readKratixConfig } from '../config/readKratixConfig';
import { DefaultKratixService } from './DefaultKratixService';

// A cluster that lets the portal see requests in two namespaces only, as docs/rbac/namespaced.yaml does.
jest.setTimeout(30_000);

const rbac = 'rbac.authorization.k8s.io';
const at = (group: string, resource: string) => ({
  group,
  version: group === 'platform.kratix.io' ? 'v1alpha1' : 'v1',
  resource,
});
const redises = at('example.org', 'redises');
const portal = { kind: 'User', apiGroup: rbac, name: 'portal' };

describe('a platform whose namespaces are named', () => {
  let sandbox: Sandbox;
  let service: DefaultKratixService;

  beforeEach(async () => {
    sandbox = await createSandbox({
      clock: systemClock({ speed: 50 }),
      empty: true,
      authorization: 'rbac',
      tokens: { 's3cret-token': { user: 'portal' } },
      log: () => {},
    });
    ['team-a', 'team-b', 'team-c'].forEach(createNamespace);
    sandbox.cluster.create(at('platform.kratix.io', 'promises'), {
      ...redisPromise(),
      apiVersion: 'platform.kratix.io/v1alpha1',
      kind: 'Promise',
      metadata: { name: 'redis' },
      status: undefined,
    });
    allowCluster();
    allowRequests('team-a');
    allowRequests('team-b');
    await waitFor('the API', () => sandbox.cluster.serves(redises), 10_000);
    order('team-a', 'one');
    order('team-b', 'two');
    order('team-c', 'hidden');
    service = new DefaultKratixService({
      config: readKratixConfig(
        mockServices.rootConfig({
          data: {
            kratix: {
              platforms: [
                {
                  name: 'dev',
                  namespaces: ['team-a', 'team-b'],
                  connection: {
                    cluster: {
                      url: sandbox.url,
                      serviceAccountToken: 's3cret-token',
                    },
                  },
                },
              ],
            },
          },
        }),
      ),
      logger: mockServices.logger.mock(),
    });
    service.start();
  });

  afterEach(async () => {
    service.stop();
    await sandbox.close();
  });

  it('needs no right to the others', async () => {
    await waitFor('requests', () => names('requests') !== undefined, 10_000);
    await waitFor('health', isWell, 10_000);

    expect(names('requests')).toEqual(['one', 'two']);
    expect(names('namespaces')).toEqual(['team-a', 'team-b']);
  });

  it('follows each of them', async () => {
    await waitFor('health', isWell, 10_000);

    order('team-b', 'three');
    sandbox.cluster.delete(redises, { namespace: 'team-a', name: 'one' });

    await waitFor(
      'both changes',
      () => names('requests')?.join() === 'three,two',
      10_000,
    );
    expect(service.health('dev').problem).toBeUndefined();
  });

  it('keeps what it knows when one is taken away, and says which', async () => {
    await waitFor('health', isWell, 10_000);
    sandbox.cluster.delete(at(rbac, 'rolebindings'), {
      namespace: 'team-b',
      name: 'portal',
    });
    sandbox.dropConnections();

    await waitFor(
      'the problem',
      () => service.health('dev').problem?.reason === 'forbidden',
      20_000,
    );

    expect(service.health('dev').problem?.message).toContain('"team-b"');
    expect(names('requests')).toEqual(['one', 'two']);
  });

  function isWell(): boolean {
    const { state, watches } = service.health('dev');
    return (
      state === 'connected' &&
      watches.some(({ promise }) => promise === 'redis') &&
      watches.every(watch => watch.state === 'live')
    );
  }

  function names(part: 'requests' | 'namespaces'): string[] | undefined {
    const snapshot = service.snapshot('dev');
    const collection =
      part === 'requests'
        ? snapshot.requests.get('redis')
        : snapshot.namespaces;
    return collection?.state === 'synced'
      ? collection.items.map(({ name }) => name).sort()
      : undefined;
  }

  function createNamespace(name: string): void {
    sandbox.cluster.create(at('', 'namespaces'), {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });
  }

  function order(namespace: string, name: string): void {
    sandbox.cluster.create(redises, {
      apiVersion: 'example.org/v1',
      kind: 'Redis',
      metadata: { name, namespace },
      spec: { size: 'small' },
    });
  }

  function allowCluster(): void {
    const verbs = ['get', 'list', 'watch'];
    sandbox.cluster.create(at(rbac, 'clusterroles'), {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRole',
      metadata: { name: 'portal' },
      rules: [
        {
          apiGroups: ['platform.kratix.io'],
          resources: ['*'],
          verbs,
        },
        {
          apiGroups: ['apiextensions.k8s.io'],
          resources: ['customresourcedefinitions'],
          verbs,
        },
        {
          apiGroups: [''],
          resources: ['namespaces'],
          resourceNames: ['team-a', 'team-b'],
          verbs,
        },
      ],
    });
    sandbox.cluster.create(at(rbac, 'clusterrolebindings'), {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name: 'portal' },
      roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: 'portal' },
      subjects: [portal],
    });
  }

  function allowRequests(namespace: string): void {
    sandbox.cluster.create(at(rbac, 'roles'), {
      apiVersion: `${rbac}/v1`,
      kind: 'Role',
      metadata: { name: 'portal', namespace },
      rules: [
        {
          apiGroups: ['example.org'],
          resources: ['redises'],
          verbs: ['get', 'list', 'watch'],
        },
      ],
    });
    sandbox.cluster.create(at(rbac, 'rolebindings'), {
      apiVersion: `${rbac}/v1`,
      kind: 'RoleBinding',
      metadata: { name: 'portal', namespace },
      roleRef: { apiGroup: rbac, kind: 'Role', name: 'portal' },
      subjects: [portal],
    });
  }
});
