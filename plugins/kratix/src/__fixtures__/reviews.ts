import type { ReviewsResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fetched } from '../api';
import { ago } from './times';

/**
 * What waits for review of a service: an order, a change and a removal; what differs is given.
 */
export function someReviews(
  nowMs: number,
  changes: Partial<ReviewsResponse> = {},
): ReviewsResponse {
  const url = 'https://git.example.org/acme/orders/pulls';
  return {
    delivery: 'pull-request',
    repository: { host: 'git.example.org', owner: 'acme', repo: 'orders' },
    pullRequests: [
      {
        url: `${url}/12`,
        title: 'Order Redis team-a/sessions on Development',
        number: 12,
        operation: 'create',
        namespace: 'team-a',
        name: 'sessions',
        author: 'portal',
        openedAt: ago(nowMs, { minutes: 4 }),
      },
      {
        url: `${url}/11`,
        title: 'Change Redis team-a/cache on Development',
        number: 11,
        operation: 'change',
        namespace: 'team-a',
        name: 'cache',
        author: 'portal',
        openedAt: ago(nowMs, { hours: 3 }),
      },
      {
        url: `${url}/7`,
        title: 'Remove Redis team-b/old on Development',
        number: 7,
        operation: 'delete',
        namespace: 'team-b',
        name: 'old',
      },
    ],
    promotions: [],
    isComplete: true,
    ...changes,
  };
}

/** One state of the card, as its backend would bring it about. */
export interface ReviewsState {
  readonly id: string;
  readonly title: string;
  readonly answer?: Fetched<ReviewsResponse>;
}

/** Every state in which the card can be. */
export function reviewsStates(nowMs: number): ReviewsState[] {
  const known = (changes: Partial<ReviewsResponse> = {}) =>
    ({ ok: true, value: someReviews(nowMs, changes) } as const);
  const failed = (kind: 'forbidden' | 'unreachable', message: string) =>
    ({ ok: false, problem: { kind, message } } as const);
  return [
    { id: 'loading', title: 'Loading' },
    { id: 'several', title: 'Several wait', answer: known() },
    {
      id: 'many',
      title: 'More than are shown, with a long name',
      answer: known({
        pullRequests: someReviews(nowMs).pullRequests.map(review => ({
          ...review,
          name: `${review.name}-${'long-'.repeat(20)}name`,
        })),
        isComplete: false,
      }),
    },
    {
      id: 'promotion',
      title: 'A promotion waits',
      answer: known({
        delivery: 'direct',
        repository: undefined,
        pullRequests: [],
        promotionRepository: {
          host: 'git.example.org',
          owner: 'acme',
          repo: 'platform',
        },
        promotions: [
          {
            url: 'https://git.example.org/acme/platform/pulls/3',
            title: 'Promote redis v0.4.0 to Production',
            number: 3,
            promise: 'redis',
            author: 'portal',
            openedAt: ago(nowMs, { minutes: 4 }),
          },
        ],
      }),
    },
    { id: 'none', title: 'Nothing waits', answer: known({ pullRequests: [] }) },
    {
      id: 'direct',
      title: 'Orders are not reviewed',
      answer: known({
        delivery: 'direct',
        repository: undefined,
        pullRequests: [],
      }),
    },
    {
      id: 'silent-forge',
      title: 'The forge does not answer',
      answer: failed(
        'unreachable',
        'git.example.org does not answer (GET /repos/acme/orders/pulls)',
      ),
    },
    {
      id: 'not-allowed',
      title: 'Not allowed to see it',
      answer: failed('forbidden', 'kratix.request.read'),
    },
  ];
}
