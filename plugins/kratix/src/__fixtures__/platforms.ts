import type {
  PlatformsResponse,
  PlatformSummary,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fetched } from '../api';
import { ago } from './times';

/**
 * A platform that answers; what differs is given.
 */
export function aPlatform(
  nowMs: number,
  changes: Partial<PlatformSummary> = {},
): PlatformSummary {
  return {
    name: 'dev',
    title: 'Development',
    isSandbox: false,
    deliveryMode: 'apply',
    requestEntityKind: 'Resource',
    catalogNamespace: 'default',
    connection: {
      state: 'connected',
      confirmedAt: ago(nowMs, { seconds: 2 }),
    },
    counts: {
      promises: 6,
      requests: 41,
      phases: { Failed: 2, Suspended: 1, Running: 3, Ready: 35 },
    },
    problems: [],
    ...changes,
  };
}

/**
 * One state of the Kratix page; without an answer it loads for ever.
 */
export interface PlatformsState {
  readonly id: string;
  readonly title: string;
  readonly answer?: Fetched<PlatformsResponse>;
}

/**
 * Every state that the Kratix page can be in.
 */
export function platformsStates(nowMs: number): PlatformsState[] {
  const known = (...platforms: PlatformSummary[]) =>
    ({ ok: true, value: { platforms } } as const);
  return [
    { id: 'loading', title: 'Loading' },
    { id: 'one', title: 'One platform', answer: known(aPlatform(nowMs)) },
    {
      id: 'many',
      title: 'Platforms in every state of connection',
      answer: known(
        aPlatform(nowMs, {
          name: 'sandbox',
          title: 'Sandbox',
          isSandbox: true,
          problems: aFewProblems,
        }),
        aPlatform(nowMs, {
          name: 'prod',
          title: 'Production',
          deliveryMode: 'pull-request',
          connection: {
            state: 'unreachable',
            confirmedAt: ago(nowMs, { minutes: 7 }),
            problem: {
              reason: 'unreachable',
              message: 'connect ECONNREFUSED 10.1.2.3:6443',
              since: ago(nowMs, { minutes: 7 }),
            },
          },
        }),
        aPlatform(nowMs, {
          name: 'staging',
          title: 'Staging',
          connection: {
            state: 'degraded',
            confirmedAt: ago(nowMs, { minutes: 1 }),
            watches: [
              {
                collection: 'resourcebindings.platform.kratix.io',
                state: 'stale',
                problem: {
                  reason: 'forbidden',
                  message: 'resourcebindings.platform.kratix.io is forbidden',
                  since: ago(nowMs, { hours: 1 }),
                },
                objects: 4,
                lists: 1,
                connects: 2,
                failures: 61,
              },
              {
                collection: 'redis.marketplace.kratix.io',
                promise: 'redis',
                state: 'live',
                objects: 1,
                lists: 1,
                connects: 3,
                failures: 0,
              },
            ],
            problem: {
              reason: 'forbidden',
              message:
                'resourcebindings.platform.kratix.io is forbidden: User "system:serviceaccount:portal:backstage" cannot list resource',
              since: ago(nowMs, { hours: 1 }),
            },
          },
        }),
        aPlatform(nowMs, {
          name: 'new',
          title: 'Brand new',
          connection: { state: 'connecting' },
          counts: undefined,
        }),
      ),
    },
    {
      id: 'some',
      title: 'A person who may not see every request',
      answer: known(aPlatform(nowMs, { counts: { promises: 6 } })),
    },
    {
      id: 'empty',
      title: 'A platform that offers nothing',
      answer: known(
        aPlatform(nowMs, { counts: { promises: 0, requests: 0, phases: {} } }),
      ),
    },
    { id: 'none', title: 'No platform configured', answer: known() },
    {
      id: 'forbidden',
      title: 'Not allowed',
      answer: {
        ok: false,
        problem: {
          kind: 'forbidden',
          message: 'kratix.platform.read is not allowed',
        },
      },
    },
    {
      id: 'no-answer',
      title: 'Portal does not answer',
      answer: {
        ok: false,
        problem: { kind: 'noAnswer', message: 'Failed to fetch' },
      },
    },
  ];
}

const aFewProblems: PlatformSummary['problems'] = [
  {
    code: 'api-not-readable',
    message:
      'The API is no CustomResourceDefinition, so nothing can be ordered.',
    path: 'spec.api',
    kind: 'Promise',
    name: 'legacy-queue',
  },
  {
    code: 'promise-unknown',
    message: 'It names a Promise that is not installed.',
    kind: 'Redis',
    namespace: 'team-b',
    name: 'orphan',
  },
];
