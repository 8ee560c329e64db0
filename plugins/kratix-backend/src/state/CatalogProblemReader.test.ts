import { mockServices } from '@backstage/backend-test-utils';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  catalogProblemsPath,
  platformsResponseSchema,
  type CatalogProblemsResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import createRouter from 'express-promise-router';
import {
  allow,
  deny,
  startKratixBackend,
  type Decisions,
} from '../__testUtils__/startKratixBackend';
import { CatalogProblemReader } from './CatalogProblemReader';

const refused = {
  code: 'entity-refused',
  message: 'The catalog would refuse it.',
  kind: 'Redis',
  namespace: 'team-a',
  name: 'cache',
};

const leftOut = {
  code: 'transformer-left-out',
  message: 'Left out.',
  kind: 'Promise',
  name: 'redis',
};

const answer: CatalogProblemsResponse = {
  platforms: [{ platform: 'dev', problems: [refused, leftOut], total: 60 }],
};

describe('what only the catalog knows', () => {
  it('stands among the problems of its platform, and that there is more', async () => {
    const { problems, asked } = await problemsFor({ rest: allow });

    expect(problems.map(({ code }) => code)).toEqual([
      'entity-refused',
      'transformer-left-out',
      'too-many-problems',
    ]);
    expect(asked).toEqual(['service']);
  });

  it('names no requests to those who may not read all of them', async () => {
    const { problems } = await problemsFor({
      rest: allow,
      'kratix.request.read': deny,
    });

    expect(JSON.stringify(problems)).not.toContain('cache');
    expect(problems).toContainEqual(leftOut);
  });

  it('is nothing where the catalog has no such module', async () => {
    const { get } = await startKratixBackend();

    const { body } = await get('/platforms');

    expect(platformsResponseSchema.parse(body).platforms[0]?.problems).toEqual(
      [],
    );
  });

  it('stays while the catalog does not answer, and after a minute it says so', async () => {
    let nowMs = 0;
    const responses = [Response.json(answer)];
    jest
      .spyOn(globalThis, 'fetch')
      .mockImplementation(
        async () => responses.pop() ?? new Response('', { status: 503 }),
      );
    const reader = new CatalogProblemReader({
      auth: mockServices.auth(),
      discovery: mockServices.discovery(),
      logger: mockServices.logger.mock(),
      nowMs: () => nowMs,
    });
    const codes = async () =>
      (await reader.find('dev')).map(({ code }) => code);
    const known = await codes();

    nowMs = 10_000;
    expect(await codes()).toEqual(known);
    nowMs = 75_000;
    expect(await codes()).toEqual(['catalog-silent', ...known]);
    nowMs = 95_000;
    responses.push(Response.json({ platforms: [] }));
    expect(await codes()).toEqual([]);
    jest.restoreAllMocks();
  });
});

async function problemsFor(decisions: Decisions) {
  const asked: string[] = [];
  const catalog = createBackendPlugin({
    pluginId: 'catalog',
    register: env =>
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        init: async ({ httpAuth, httpRouter }) => {
          const router = createRouter();
          router.get(catalogProblemsPath, async (req, res) => {
            const { principal } = await httpAuth.credentials(req, {
              allow: ['service'],
            });
            asked.push(principal.type);
            res.json(answer);
          });
          httpRouter.use(router);
        },
      }),
  });
  const { get } = await startKratixBackend({ decisions, features: [catalog] });
  const { body } = await get('/platforms');
  const [dev] = platformsResponseSchema.parse(body).platforms;
  return { asked, problems: dev?.problems ?? [] };
}
