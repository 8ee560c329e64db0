import { mockServices } from '@backstage/backend-test-utils';
import { createSandbox, type Sandbox } from '@kratix-portal/sandbox';
import { readKratixConfig } from '../config/readKratixConfig';
import { DefaultKratixService } from '../service/DefaultKratixService';
import type { Actor } from '../service/KratixService';

jest.setTimeout(30_000);

const rbac = 'rbac.authorization.k8s.io';
const at = (resource: string) => ({ group: rbac, version: 'v1', resource });
const redis = { group: 'example.org', plural: 'redises' };
const namespaces = Array.from({ length: 20 }, (_, index) => `team-${index}`);
const person = (name: string, ...groups: string[]): Actor => ({
  type: 'user',
  userEntityRef: `user:default/${name}`,
  ownershipEntityRefs: groups.map(group => `group:default/${group}`),
});

describe('findCreatable, for people whom the portal stands in for', () => {
  let sandbox: Sandbox;
  let service: DefaultKratixService;
  let rules = 0;

  beforeEach(async () => {
    sandbox = await createSandbox({
      empty: true,
      authorization: 'rbac',
      tokens: { 's3cret-token': { user: 'portal' } },
      log: () => {},
    });
    namespaces.forEach(name =>
      sandbox.cluster.create(
        { group: '', version: 'v1', resource: 'namespaces' },
        { apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
      ),
    );
    allow('portal', undefined, {
      ...{ apiGroups: [''], resources: ['users', 'groups'] },
      verbs: ['impersonate'],
    });
    service = new DefaultKratixService({
      config: readKratixConfig(
        mockServices.rootConfig({
          data: {
            kratix: {
              platforms: [
                {
                  ...{ name: 'dev', identity: 'impersonate' },
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
  });

  afterEach(() => sandbox.close());

  const find = (actor: Actor) =>
    service.requests('dev', actor).findCreatable(redis, namespaces);

  it('are those that the person has a role in, directly or by a group', async () => {
    const rule = {
      ...{ apiGroups: ['example.org'], resources: ['redises'] },
      verbs: ['create'],
    };
    allow('user:default/ana', 'team-3', rule);
    allow({ group: 'group:default/builders' }, 'team-17', rule);
    allow('user:default/ana', 'team-5', { ...rule, verbs: ['get'] });

    expect(await find(person('ana', 'builders'))).toEqual([
      'team-3',
      'team-17',
    ]);
    expect(await find(person('ben'))).toEqual([]);
  });

  it('are all for who may everywhere', async () => {
    allow('user:default/ana', undefined, {
      ...{ apiGroups: ['example.org'], resources: ['*'], verbs: ['*'] },
    });

    expect(await find(person('ana'))).toEqual(namespaces);
  });

  it('are not known where the platform does not answer', async () => {
    await sandbox.close();

    await expect(find(person('ana'))).rejects.toThrow();
  });

  function allow(
    subject: string | { group: string },
    namespace: string | undefined,
    rule: object,
  ): void {
    const kind = namespace === undefined ? 'ClusterRole' : 'Role';
    rules += 1;
    const name = `rule-${rules}`;
    const metadata = { name, namespace };
    const apiVersion = `${rbac}/v1`;
    sandbox.cluster.create(at(plural(kind)), {
      ...{ apiVersion, kind, metadata, rules: [rule] },
    });
    sandbox.cluster.create(at(`${plural(kind).slice(0, -1)}bindings`), {
      ...{ apiVersion, kind: `${kind}Binding`, metadata },
      roleRef: { apiGroup: rbac, kind, name },
      subjects: [
        typeof subject === 'string'
          ? { kind: 'User', apiGroup: rbac, name: subject }
          : { kind: 'Group', apiGroup: rbac, name: subject.group },
      ],
    });
  }
});

const plural = (kind: string) => `${kind.toLowerCase()}s`;
