import type { RolloutResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fetched } from '../api';

/** One state of the versions of a service. */
export interface RolloutState {
  readonly id: string;
  readonly title: string;
  /** Absent: no answer yet. */
  readonly answer?: Fetched<RolloutResponse>;
}

/** The versions of a service in every state. */
export function rolloutStates(): readonly RolloutState[] {
  const known = (value: RolloutResponse): Fetched<RolloutResponse> => ({
    ok: true,
    value,
  });
  const rollout = aRollout();
  return [
    { id: 'loading', title: 'Loading' },
    { id: 'lagging', title: 'Some lag', answer: known(rollout) },
    {
      id: 'there',
      title: 'All are at the newest version',
      answer: known({
        ...rollout,
        requests: rollout.requests.map(({ failed, excluded, ...request }) => ({
          ...request,
          following: 'v2',
          applied: 'v2',
        })),
      }),
    },
    {
      id: 'unmovable',
      title: 'Nobody can be moved',
      answer: known({
        ...rollout,
        requests: rollout.requests.map(request => ({
          ...request,
          excluded: { code: 'git', reason: 'Flux keeps it.' },
        })),
      }),
    },
    {
      id: 'none',
      title: 'Nobody has ordered it',
      answer: known({ ...rollout, requests: [], count: 0 }),
    },
    {
      id: 'no-versions',
      title: 'This Kratix keeps no versions',
      answer: known({ ...rollout, versions: [] }),
    },
    ...(['forbidden', 'unreachable', 'notFound', 'noAnswer'] as const).map(
      kind => ({
        id: kind,
        title: kind,
        answer: {
          ok: false as const,
          problem: { kind, message: `The server says ${kind}` },
        },
      }),
    ),
  ];
}

/** Five requests at two versions: two lag, one is there, one is left alone, and one failed. */
export function aRollout(): RolloutResponse {
  const request = (name: string, changes = {}) => ({
    namespace: 'team-a',
    name,
    labels: { tier: name === 'orders' ? 'prod' : 'test' },
    following: 'v1',
    applied: 'v1',
    ...changes,
  });
  return {
    template: 'template:default/kratix_rollout',
    versions: [
      { version: 'v2', isLatest: true },
      { version: 'v1', isLatest: false },
    ],
    requests: [
      request('cache'),
      request('carts'),
      request('orders', { applied: 'v2', following: 'v2' }),
      request('search', {
        excluded: { code: 'git', reason: 'Flux keeps it.' },
      }),
      request('sessions', { failed: 'v2', following: 'v2' }),
    ],
    count: 5,
  };
}
