import type { PolicyDecision } from '@backstage/plugin-permission-common';
import {
  kratixPaths,
  kratixRequestCreatePermission,
  namespacesResponseSchema,
  type Platform,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { platformNamed, redisPromise, synced } from '../__testUtils__/redis';
import { allow, startKratixBackend } from '../__testUtils__/startKratixBackend';
import {
  createKratixOrderConditionalDecision,
  kratixOrderConditions,
} from '../index';

jest.setTimeout(30_000);

/** A person of whom neither Backstage nor the platform is asked twice. */
async function start(
  options: {
    platform?: Partial<Platform>;
    decision?: PolicyDecision;
    names?: readonly string[];
  } = {},
) {
  const { names = ['team-a', 'team-b', 'team-c'] } = options;
  const { kratix, get } = await startKratixBackend({
    platforms: [{ ...platformNamed('dev'), ...options.platform }],
    decisions: {
      rest: allow,
      [kratixRequestCreatePermission.name]: options.decision,
    },
  });
  kratix.change('dev', {
    promises: synced([redisPromise()]),
    namespaces: synced(
      names.map(name => ({
        ...{ name, resourceVersion: '1', labels: {}, annotations: {} },
        isTerminating: false,
      })),
    ),
  });
  const fetch = async () => {
    const response = await get(kratixPaths.namespaces('dev', 'redis'));
    return namespacesResponseSchema.parse(response.body);
  };
  return { kratix, fetch };
}

describe('the namespaces of a Promise', () => {
  it('are those in which both Backstage and the platform let the person order', async () => {
    const { kratix, fetch } = await start({
      decision: createKratixOrderConditionalDecision(
        kratixRequestCreatePermission,
        kratixOrderConditions.intoNamespace({
          namespaces: ['team-b', 'team-c'],
        }),
      ),
    });
    const asked: (readonly string[])[] = [];
    kratix.setRights(names => {
      asked.push(names);
      return names.filter(name => name !== 'team-c');
    });

    const answers = [await fetch(), await fetch()];

    const answer = { namespaces: ['team-b'], isComplete: true, withheld: 2 };
    expect(answers).toEqual([answer, answer]);
    // Once: rights change seldom, forms ask often.
    expect(asked).toEqual([['team-b', 'team-c']]);
  });

  it('are all that Backstage allows where the platform does not say, with the reason', async () => {
    const { kratix, fetch } = await start();
    kratix.setRights(() => {
      throw new Error('It does not answer');
    });

    expect(await fetch()).toEqual({
      namespaces: ['team-a', 'team-b', 'team-c'],
      isComplete: true,
      withheld: 0,
      unjudged: 'It does not answer',
    });
  });

  it.each<[string, Partial<Platform>]>([
    ['asked as the portal itself', { identity: 'service-account' }],
    [
      'where somebody else writes what was reviewed',
      {
        delivery: {
          mode: 'pull-request',
          repository: {
            ...{ host: 'github.com', owner: 'acme', repo: 'orders' },
            ...{ path: '', branch: 'main', forge: 'github' },
          },
        },
      },
    ],
  ])(
    'are for Backstage alone to judge on a platform %s',
    async (_, platform) => {
      const { kratix, fetch } = await start({ platform });
      kratix.setRights(() => []);

      expect(await fetch()).toMatchObject({
        namespaces: ['team-a', 'team-b', 'team-c'],
        withheld: 0,
      });
    },
  );
});
