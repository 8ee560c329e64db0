import type { BackendFeature } from '@backstage/backend-plugin-api';
import { urlReaderServiceFactory } from '@backstage/backend-defaults/urlReader';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import type { Sandbox } from '@kratix-portal/sandbox';
import scaffolderModuleKratix from '../index';
import type { FakeGitea } from './FakeGitea';

/** A scaffolder for a platform, whose orders are reviewed on a Gitea unless they go straight there. */
export async function startScaffolder(
  options: {
    readonly sandbox: Sandbox;
    readonly gitea: FakeGitea;
    readonly identity?: string;
    readonly namespaces?: string[];
    readonly isDirect?: boolean;
    readonly platform?: string;
    /** Prints everything that a backend may. */
    readonly isVerbose?: boolean;
    readonly features?: readonly BackendFeature[];
  },
  entities: readonly Entity[],
) {
  const { sandbox, gitea } = options;
  return startTestBackend({
    features: [
      scaffolderPlugin,
      scaffolderModuleKratix,
      catalogServiceMock.factory({ entities: [...entities] }),
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost' },
          integrations: {
            gitea: [
              {
                host: gitea.host,
                baseUrl: `http://${gitea.host}`,
                password: 'secret',
              },
            ],
          },
          kratix: {
            platforms: [
              {
                name: options.platform ?? 'dev',
                title: 'Development',
                connection: {
                  cluster: { url: sandbox.url, serviceAccountToken: 'portal' },
                },
                identity: options.identity ?? 'service-account',
                namespaces: options.namespaces ?? [],
                delivery: {
                  mode: options.isDirect ? 'apply' : 'pull-request',
                  repository: {
                    host: gitea.host,
                    owner: 'acme',
                    repo: 'orders',
                    path: 'live',
                  },
                },
              },
            ],
          },
        },
      }),
      urlReaderServiceFactory,
      ...(options.isVerbose
        ? [mockServices.rootLogger.factory({ level: 'debug' })]
        : []),
      ...(options.features ?? []),
    ],
  });
}
