import { resolve } from 'node:path';
import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { createSandbox } from '@kratix-portal/sandbox';

/**
 * A scaffolder with a sandbox for a platform. Everybody is let in:
 * `curl localhost:7007/api/scaffolder/v2/actions`.
 */
async function main(): Promise<void> {
  const token = 'sandbox';
  const sandbox = await createSandbox({
    tokens: { [token]: { user: 'portal', groups: ['system:masters'] } },
    examplesDir: resolve(__dirname, '../../../examples'),
  });
  const backend = createBackend();
  backend.add(
    mockServices.rootConfig.factory({
      data: {
        app: { baseUrl: 'http://localhost:3000' },
        backend: {
          baseUrl: 'http://localhost:7007',
          listen: ':7007',
          database: { client: 'better-sqlite3', connection: ':memory:' },
        },
        catalog: {
          stitchingStrategy: { pollingInterval: { milliseconds: 250 } },
        },
        kratix: {
          platforms: [
            {
              name: 'sandbox',
              sandbox: true,
              connection: {
                cluster: { url: sandbox.url, serviceAccountToken: token },
              },
              identity: 'service-account',
              catalog: { defaultOwner: 'group:default/platform' },
            },
          ],
        },
      },
    }),
  );
  backend.add(mockServices.auth.factory());
  backend.add(mockServices.httpAuth.factory());
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(
    import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
  );
  backend.add(import('@backstage/plugin-scaffolder-backend'));
  backend.add(import('../src'));
  await backend.start();
}

main();
