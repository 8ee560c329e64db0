import type { PromiseResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fetched } from '../api';
import { ago } from './times';

/**
 * A service that can be ordered; what differs is given.
 */
export function aPromise(
  nowMs: number,
  changes: Partial<PromiseResponse> = {},
): PromiseResponse {
  return {
    ref: { platform: 'dev', promise: 'redis' },
    platformTitle: 'Development',
    isSandbox: false,
    version: 'v0.2.0',
    isPaused: false,
    availability: 'available',
    api: {
      group: 'marketplace.kratix.io',
      version: 'v1alpha1',
      kind: 'Redis',
      plural: 'redis',
    },
    requiredPromises: [],
    pipelines: [],
    conditions: [
      {
        type: 'Available',
        status: 'True',
        reason: 'PromiseAvailable',
        message: 'Ready to fulfil resource requests',
        lastTransitionTime: ago(nowMs, { days: 12 }),
      },
    ],
    phases: { Ready: 14, Running: 2, Failed: 1 },
    freshness: { state: 'live', confirmedAt: ago(nowMs, { seconds: 3 }) },
    ...changes,
  };
}

/**
 * One state of a service's card; without an answer it loads for ever.
 */
export interface PromiseState {
  readonly id: string;
  readonly title: string;
  readonly answer?: Fetched<PromiseResponse>;
}

/**
 * Every state that a service's card can be in.
 */
export function promiseStates(nowMs: number): PromiseState[] {
  const known = (changes: Partial<PromiseResponse>) =>
    ({ ok: true, value: aPromise(nowMs, changes) } as const);
  return [
    { id: 'loading', title: 'Loading' },
    { id: 'available', title: 'Available', answer: known({}) },
    {
      id: 'unavailable',
      title: 'Not available',
      answer: known({
        availability: 'unavailable',
        message: 'Requirements not fulfilled',
        requiredPromises: [
          {
            name: 'vault',
            version: 'v1.0.0',
            state: 'Requirement not installed',
          },
          {
            name: 'network',
            version: 'v2.1.0',
            state: 'Requirement installed',
          },
        ],
        pipelines: [
          {
            name: 'install-operator',
            phase: 'Pending',
            lastTransitionTime: ago(nowMs, { minutes: 2 }),
          },
        ],
        phases: {},
        conditions: [],
      }),
    },
    {
      id: 'paused',
      title: 'Paused',
      answer: known({ isPaused: true, availability: 'unavailable' }),
    },
    {
      id: 'release',
      title: 'Managed by a release, in the sandbox',
      answer: known({
        isSandbox: true,
        platformTitle: 'Sandbox',
        releaseName: 'redis-release',
        phases: undefined,
      }),
    },
    {
      id: 'without-api',
      title: 'Without an API',
      answer: known({ api: undefined, phases: {} }),
    },
    {
      id: 'broken-api',
      title: 'Its API cannot be used',
      answer: known({
        api: undefined,
        apiProblem: 'spec.api.spec.versions is empty',
        phases: {},
      }),
    },
    {
      id: 'not-reported',
      title: 'Not reported',
      answer: known({
        availability: 'notReported',
        version: undefined,
        conditions: [],
        phases: {},
      }),
    },
    {
      id: 'stale',
      title: 'Platform does not answer, last state known',
      answer: known({
        freshness: {
          state: 'stale',
          confirmedAt: ago(nowMs, { minutes: 5 }),
          problem: {
            reason: 'unauthorized',
            message: 'Unauthorized',
            since: ago(nowMs, { minutes: 5 }),
          },
        },
      }),
    },
    {
      id: 'unreachable',
      title: 'Platform does not answer, nothing known',
      answer: {
        ok: false,
        problem: {
          kind: 'unreachable',
          message: 'Platform "dev" does not answer',
        },
      },
    },
    {
      id: 'forbidden',
      title: 'Not allowed',
      answer: {
        ok: false,
        problem: {
          kind: 'forbidden',
          message: 'kratix.promise.read is not allowed',
        },
      },
    },
    {
      id: 'gone',
      title: 'Removed',
      answer: {
        ok: false,
        problem: { kind: 'notFound', message: 'No Promise "redis"' },
      },
    },
  ];
}
