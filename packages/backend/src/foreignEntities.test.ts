import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import kratixPlugin from '@kratix-portal/backstage-plugin-kratix-backend';
import {
  kratixPaths,
  platformsResponseSchema,
  promiseResponseSchema,
  readEntityIdentity,
  requestResponseSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { createSandbox, type Sandbox } from '@kratix-portal/sandbox';
import request from 'supertest';

jest.setTimeout(60_000);

const at = (group: string, resource: string, version = 'v1') => ({
  group,
  version,
  resource,
});
const promises = at('platform.kratix.io', 'promises', 'v1alpha1');
const jenkinses = at('marketplace.kratix.io', 'jenkins', 'v1alpha1');

/**
 * What SKE's generator writes into catalog files (ske-compatibility 1B and 1C), and what people write by hand
 * after its example. No catalog module of ours is installed: the pages alone.
 */
const catalogFile = `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: jenkins-promise
  title: Jenkins Promise
  description: Jenkins as a Service
  tags: [kratix]
  annotations:
    backstage.io/kubernetes-id: jenkins
    kratix.io/type: promise
    kratix.io/promise-name: jenkins
    kratix.io/api-name: jenkins
    kratix.io/api-group: marketplace.kratix.io
    kratix.io/backstage-promise-template: jenkins-promise-template
spec:
  type: kratix-promise
  lifecycle: production
  owner: kratix-platform
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: dev-jenkins
  title: dev Jenkins
  annotations:
    backstage.io/kubernetes-label-selector: jenkins-cr=dev
    kratix.io/type: resource
    kratix.io/promise-name: jenkins
    kratix.io/group: marketplace.kratix.io
    kratix.io/version: v1alpha1
    kratix.io/kind: jenkins
    kratix.io/namespace: team-a
    kratix.io/name: dev
    kratix.io/status: '{"message":"as it was when this was written"}'
spec:
  type: kratix-resource
  lifecycle: production
  owner: kratix-platform
  dependsOn: [component:default/jenkins-promise]
`;

describe('entities of catalog files, without our catalog module', () => {
  const directory = createMockDirectory();
  let sandbox: Sandbox;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    directory.setContent({ 'catalog-info.yaml': catalogFile });
    sandbox = await createSandbox({
      empty: true,
      tokens: { portal: { user: 'portal', groups: ['system:masters'] } },
      log: () => undefined,
    });
    sandbox.cluster.create(at('', 'namespaces'), {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'team-a' },
    });
    sandbox.cluster.create(promises, jenkinsPromise);
    await until(async () => sandbox.cluster.serves(jenkinses));
    sandbox.cluster.create(jenkinses, {
      apiVersion: 'marketplace.kratix.io/v1alpha1',
      kind: 'jenkins',
      metadata: { name: 'dev', namespace: 'team-a' },
      spec: { env: 'dev' },
    });
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        kratixPlugin,
        mockServices.rootConfig.factory({ data: config() }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await sandbox.close();
  });

  it('lead to the live state of what they stand for', async () => {
    const [platform] = platformsResponseSchema.parse(
      (await ask(`/api/kratix${kratixPaths.platforms()}`)).body,
    ).platforms;
    const identify = (found: Entity) =>
      readEntityIdentity(found, { platform: platform?.name });

    const promise = identify(
      await until(() => entity('component/default/jenkins-promise')),
    );
    expect(promise).toEqual({
      type: 'promise',
      ref: { platform: 'dev', promise: 'jenkins' },
    });
    const resource = identify(
      await until(() => entity('component/default/dev-jenkins')),
    );
    expect(resource).toEqual({
      type: 'request',
      ref: {
        platform: 'dev',
        promise: 'jenkins',
        namespace: 'team-a',
        name: 'dev',
      },
    });

    const ofPromise = await until(async () => {
      const answer = await ask(
        `/api/kratix${kratixPaths.promise({
          platform: 'dev',
          promise: 'jenkins',
        })}`,
      );
      return answer.status === 200 && answer;
    });
    expect(promiseResponseSchema.parse(ofPromise.body)).toMatchObject({
      api: { kind: 'jenkins' },
    });
    const ofRequest = await until(async () => {
      const answer = await ask(
        `/api/kratix${kratixPaths.request({
          platform: 'dev',
          promise: 'jenkins',
          namespace: 'team-a',
          name: 'dev',
        })}`,
      );
      return answer.status === 200 && answer;
    });
    expect(requestResponseSchema.parse(ofRequest.body)).toMatchObject({
      kind: 'jenkins',
      spec: { env: 'dev' },
      freshness: { state: 'live' },
    });
  });

  async function entity(path: string): Promise<Entity | undefined> {
    const { status, body } = await ask(`/api/catalog/entities/by-name/${path}`);
    return status === 200 ? body : undefined;
  }

  function ask(path: string) {
    return request(backend.server)
      .get(path)
      .set('authorization', mockCredentials.user.header());
  }

  function config() {
    return {
      backend: { baseUrl: 'http://localhost' },
      catalog: {
        stitchingStrategy: { pollingInterval: { milliseconds: 100 } },
        locations: [
          { type: 'file', target: directory.resolve('catalog-info.yaml') },
        ],
      },
      kratix: {
        platforms: [
          {
            name: 'dev',
            identity: 'service-account',
            connection: {
              cluster: { url: sandbox.url, serviceAccountToken: 'portal' },
            },
          },
        ],
      },
    };
  }
});

const jenkinsPromise = {
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Promise',
  metadata: { name: 'jenkins', labels: { 'kratix.io/backstage': 'true' } },
  spec: {
    api: {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'jenkins.marketplace.kratix.io' },
      spec: {
        group: 'marketplace.kratix.io',
        scope: 'Namespaced',
        names: { kind: 'jenkins', plural: 'jenkins', singular: 'jenkins' },
        versions: [
          {
            name: 'v1alpha1',
            served: true,
            storage: true,
            schema: {
              openAPIV3Schema: {
                type: 'object',
                properties: {
                  spec: {
                    type: 'object',
                    properties: { env: { type: 'string' } },
                  },
                },
              },
            },
          },
        ],
      },
    },
  },
};

async function until<T>(ask: () => Promise<T | undefined | false>): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (answer) {
      return answer;
    }
    if (Date.now() > deadline) {
      throw new Error('There was no answer within 30 s');
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
