import {
  operationNames,
  promiseOperationNames,
  type OperationName,
  type PromiseOperationName,
  type PromiseOperationsResponse,
  type RequestOperationsResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fetched, OperationsApi } from '../api';
import { ago } from './times';

/**
 * What can be done with a finished test environment; what differs is given.
 */
export function someOperations(
  nowMs: number,
  changes: Partial<RequestOperationsResponse> = {},
): RequestOperationsResponse {
  return {
    uid: 'b6f7',
    operations: toOperations({
      unpause: 'It is not paused.',
      resume: 'Its workflow does not wait.',
      retryNow: 'Its workflow does not wait.',
    }),
    deletion: {
      workflow: { pipeline: 'terraform-destroy', steps: ['terraform'] },
      delivered: {
        isComplete: true,
        destinations: [
          {
            name: 'worker-eu',
            fileCount: 2,
            files: ['database.yaml', 'namespace.yaml'],
          },
        ],
      },
      children: [],
      childCount: 0,
    },
    versions: {
      following: 'v0.2.0',
      applied: 'v0.2.0',
      options: [
        {
          version: 'latest',
          change: 'follow',
          resolvesTo: 'v0.3.0',
          isLatest: true,
          isApplied: false,
        },
        {
          version: 'v0.3.0',
          change: 'upgrade',
          isLatest: true,
          isApplied: false,
          createdAt: ago(nowMs, { days: 1 }),
        },
        {
          version: 'v0.2.0',
          change: 'none',
          isLatest: false,
          isApplied: true,
          createdAt: ago(nowMs, { days: 30 }),
        },
        {
          version: 'v0.1.0',
          change: 'rollBack',
          isLatest: false,
          isApplied: false,
          createdAt: ago(nowMs, { days: 90 }),
        },
      ],
    },
    update: {
      template: 'template:default/test-environment',
      formData: {
        objname: 'checkout-v2',
        objnamespace: 'team-a',
        spec: { version: '2.4.0', size: 'small' },
      },
    },
    freshness: { state: 'live', confirmedAt: ago(nowMs, { seconds: 2 }) },
    ...changes,
  };
}

/** Every operation: unavailable for a reason, forbidden, or available. */
export function toOperations(
  reasons: Partial<Record<OperationName, string>>,
  forbidden: readonly OperationName[] = [],
): RequestOperationsResponse['operations'] {
  return operationNames.map(name => {
    const reason = reasons[name];
    if (reason !== undefined) {
      return { name, availability: 'unavailable', reason };
    }
    const permission = `kratix.request.${name}`;
    return forbidden.includes(name)
      ? {
          name,
          availability: 'forbidden',
          permission,
          reason: `You need the permission ${permission}.`,
        }
      : { name, availability: 'available' };
  });
}

/** One state of the page, as its backend would bring it about. */
export interface OperationsState {
  readonly id: string;
  readonly title: string;
  readonly answer?: Fetched<RequestOperationsResponse>;
}

/** Every state in which the page can be. */
export function operationsStates(nowMs: number): OperationsState[] {
  const known = (
    id: string,
    title: string,
    changes: Partial<RequestOperationsResponse> = {},
  ): OperationsState => ({
    id,
    title,
    answer: { ok: true, value: someOperations(nowMs, changes) },
  });
  return [
    { id: 'loading', title: 'Loading' },
    known('available', 'Everything can be done'),
    known('waiting', 'A workflow waits for approval', {
      operations: toOperations({ unpause: 'It is not paused.' }),
      wait: {
        pipeline: 'approval',
        since: ago(nowMs, { minutes: 20 }),
        message: 'The platform team approves 500 GiB in prod',
        isRemoval: false,
      },
    }),
    known('retrying', 'A workflow waits for its next attempt', {
      operations: toOperations({ unpause: 'It is not paused.' }),
      wait: {
        pipeline: 'terraform-apply',
        since: ago(nowMs, { minutes: 1 }),
        message: 'The database is not there yet',
        nextRetryAt: ago(nowMs, { minutes: -4 }),
        attempts: 2,
        isRemoval: false,
      },
    }),
    known('paused', 'Paused', {
      operations: toOperations({
        pause: 'It is paused already.',
        rerun: 'It is paused: resume it first.',
        setVersion: 'It is paused: resume it first.',
        resume: 'Its workflow does not wait.',
        retryNow: 'Its workflow does not wait.',
      }),
      lastOperation: {
        name: 'pause',
        by: 'user:default/ana',
        at: ago(nowMs, { hours: 2 }),
        note: 'Until the load test is over',
      },
      deletion: {
        children: [],
        childCount: 0,
        blockedBy: 'requestPaused',
      },
    }),
    known('managed', 'Part of a compound request', {
      manager: {
        type: 'compound',
        namespace: 'team-a',
        name: 'shop',
        promise: 'app-stack',
      },
      operations: toOperations({
        update:
          'It is a part of shop (team-a), which would put it back: change that instead.',
        delete:
          'It is a part of shop (team-a), which would put it back: change that instead.',
        unpause: 'It is not paused.',
      }),
    }),
    known('reviewed', 'Changes are reviewed', {
      removal: {
        template: 'template:default/kratix_remove',
        formData: {
          promise: 'test-environment',
          namespace: 'team-a',
          name: 'checkout-v2',
        },
      },
    }),
    known('forbidden-writes', 'Nothing is allowed but looking', {
      operations: toOperations({ unpause: 'It is not paused.' }, [
        ...operationNames,
      ]),
    }),
    {
      id: 'not-allowed',
      title: 'Not allowed to see it',
      answer: {
        ok: false,
        problem: { kind: 'forbidden', message: 'kratix.request.read' },
      },
    },
    {
      id: 'silent-platform',
      title: 'Platform does not answer',
      answer: {
        ok: false,
        problem: { kind: 'unreachable', message: 'connect ECONNREFUSED' },
      },
    },
    {
      id: 'removed',
      title: 'Removed',
      answer: {
        ok: false,
        problem: { kind: 'notFound', message: 'There is no request' },
      },
    },
  ];
}

/**
 * A backend that does nothing but where it is told how.
 */
export function anOperationsApi(
  answers: Partial<OperationsApi> = {},
): OperationsApi {
  return {
    fetchOperations: () => new Promise(() => {}),
    operate: () => new Promise(() => {}),
    deleteRequest: () => new Promise(() => {}),
    startPreview: () => new Promise(() => {}),
    fetchPreview: () => new Promise(() => {}),
    removePreview: async () => {},
    fetchPromiseOperations: () => new Promise(() => {}),
    operatePromise: () => new Promise(() => {}),
    validate: () => new Promise(() => {}),
    ...answers,
  };
}

/**
 * What can be done with a service that is well; what differs is given.
 */
export function somePromiseOperations(
  reasons: Partial<Record<PromiseOperationName, string>> = {
    unpause: 'It is not paused.',
  },
): PromiseOperationsResponse {
  return {
    uid: 'p1',
    operations: promiseOperationNames.map(name => {
      const reason = reasons[name];
      return reason === undefined
        ? { name, availability: 'available' }
        : { name, availability: 'unavailable', reason };
    }),
  };
}

/** One state of managing a service. */
export interface PromiseOperationsState {
  readonly id: string;
  readonly title: string;
  readonly answer?: Fetched<PromiseOperationsResponse>;
}

/** Managing a service in every state. */
export function promiseOperationsStates(): PromiseOperationsState[] {
  const needs = 'You need the permission kratix.promise.rerun.';
  return [
    { id: 'loading', title: 'Loading' },
    {
      id: 'available',
      title: 'Everything can be done',
      answer: { ok: true, value: somePromiseOperations() },
    },
    {
      id: 'paused',
      title: 'Paused',
      answer: {
        ok: true,
        value: somePromiseOperations({
          rerun: 'It is paused: resume it first.',
          rerunRequests: 'It is paused: resume it first.',
          pause: 'It is paused already.',
        }),
      },
    },
    {
      id: 'forbidden-writes',
      title: 'Nothing is allowed but looking',
      answer: {
        ok: true,
        value: {
          uid: 'p1',
          operations: promiseOperationNames.map(name => ({
            name,
            availability: name === 'unpause' ? 'unavailable' : 'forbidden',
            reason: name === 'unpause' ? 'It is not paused.' : needs,
          })),
        },
      },
    },
    ...(['forbidden', 'unreachable', 'notFound'] as const).map(kind => ({
      id: kind,
      title: kind,
      answer: {
        ok: false as const,
        problem: { kind, message: `The server says ${kind}` },
      },
    })),
  ];
}
