import type { RequestResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fetched } from '../api';
import { aReport, aRequest, pipelinesAt } from './requests';
import { ago } from './times';

/**
 * One state of a request's card; without an answer it loads for ever.
 */
export interface RequestState {
  readonly id: string;
  readonly title: string;
  readonly answer?: Fetched<RequestResponse>;
  /** Every later answer, where it differs from the first. */
  readonly later?: Fetched<RequestResponse>;
}

/**
 * Every state that a request's card can be in.
 */
export function requestStates(nowMs: number): RequestState[] {
  return [
    { id: 'loading', title: 'Loading' },
    ...phaseStates(nowMs),
    ...troubleStates(nowMs),
  ];
}

function known(value: RequestResponse): Fetched<RequestResponse> {
  return { ok: true, value };
}

function failed(
  kind: Extract<Fetched<never>, { ok: false }>['problem']['kind'],
  message: string,
): Fetched<RequestResponse> {
  return { ok: false, problem: { kind, message } };
}

function phaseStates(nowMs: number): RequestState[] {
  const running = pipelinesAt(nowMs, ['Succeeded', 'Running', 'Pending'], {
    seconds: 48,
  });
  return [
    { id: 'ready', title: 'Ready', answer: known(aRequest(nowMs)) },
    {
      id: 'ready-sandbox',
      title: 'Ready, in the sandbox, update available',
      answer: known(
        aRequest(nowMs, {
          isSandbox: true,
          platformTitle: 'Sandbox',
          report: aReport(nowMs, {
            flags: {
              ...aReport(nowMs, {}).flags,
              availableVersion: 'v0.3.0',
              health: 'ready',
            },
          }),
        }),
      ),
    },
    {
      id: 'ready-bare',
      title: 'Ready, nothing reported',
      answer: known(
        aRequest(nowMs, {
          report: aReport(nowMs, {}),
          outputs: {},
          spec: {},
          pipelines: [],
          conditions: [],
          health: undefined,
          requestedBy: undefined,
          promiseVersion: undefined,
        }),
      ),
    },
    {
      id: 'pending',
      title: 'Waiting to start',
      answer: known(
        aRequest(nowMs, {
          report: aReport(nowMs, {
            phase: 'Pending',
            since: ago(nowMs, { seconds: 5 }),
          }),
          createdAt: ago(nowMs, { seconds: 5 }),
          pipelines: undefined,
          conditions: [],
          outputs: {},
          health: undefined,
          promiseVersion: undefined,
        }),
      ),
    },
    {
      id: 'running',
      title: 'Setting up',
      answer: known(
        aRequest(nowMs, {
          report: aReport(nowMs, {
            phase: 'Running',
            since: ago(nowMs, { seconds: 48 }),
            step: { index: 2, total: 3, pipeline: 'terraform-plan' },
            message: 'Planning 14 resources',
          }),
          createdAt: ago(nowMs, { minutes: 1 }),
          pipelines: running,
          outputs: {},
          health: undefined,
        }),
      ),
    },
    {
      id: 'suspended',
      title: 'Waiting for approval',
      answer: known(
        aRequest(nowMs, {
          kind: 'PostgreSQL',
          report: aReport(nowMs, {
            phase: 'Suspended',
            since: ago(nowMs, { hours: 2 }),
            step: { index: 2, total: 3, pipeline: 'terraform-plan' },
            message: 'The database team approves large sizes',
          }),
          pipelines: pipelinesAt(nowMs, ['Succeeded', 'Suspended', 'Pending'], {
            hours: 2,
          }),
          outputs: {},
          health: undefined,
        }),
      ),
    },
    {
      id: 'retrying',
      title: 'Waiting to try again',
      answer: known(
        aRequest(nowMs, {
          report: aReport(nowMs, {
            phase: 'Suspended',
            since: ago(nowMs, { minutes: 3 }),
            step: { index: 3, total: 3, pipeline: 'terraform-apply' },
            message: 'The cloud has no capacity in eu-central-1',
            attempts: 2,
            nextRetryAt: ago(nowMs, { minutes: -4 }),
          }),
          pipelines: pipelinesAt(
            nowMs,
            ['Succeeded', 'Succeeded', 'Suspended'],
            { minutes: 3 },
          ).map(pipeline =>
            pipeline.phase === 'Suspended'
              ? {
                  ...pipeline,
                  attempts: 2,
                  nextRetryAt: ago(nowMs, { minutes: -4 }),
                }
              : pipeline,
          ),
          outputs: {},
          health: undefined,
        }),
      ),
    },
    {
      id: 'failed',
      title: 'Failed',
      answer: known(
        aRequest(nowMs, {
          report: aReport(nowMs, {
            phase: 'Failed',
            since: ago(nowMs, { minutes: 12 }),
            step: { index: 2, total: 3, pipeline: 'terraform-plan' },
            message: 'A Configure Pipeline has failed: terraform-plan',
          }),
          pipelines: pipelinesAt(nowMs, ['Succeeded', 'Failed', 'Pending'], {
            minutes: 12,
          }),
          conditions: [
            {
              type: 'ConfigureWorkflowCompleted',
              status: 'False',
              reason: 'ConfigureWorkflowFailed',
              message: 'A Configure Pipeline has failed: terraform-plan',
              lastTransitionTime: ago(nowMs, { minutes: 12 }),
            },
          ],
          outputs: {},
          health: undefined,
        }),
      ),
    },
    {
      id: 'waiting-for-promise',
      title: 'Service not available',
      answer: known(
        aRequest(nowMs, {
          report: aReport(nowMs, {
            phase: 'WaitingForPromise',
            since: ago(nowMs, { hours: 1 }),
            subjects: ['vault v1.0.0'],
          }),
          pipelines: undefined,
          outputs: {},
          health: undefined,
        }),
      ),
    },
    {
      id: 'unschedulable',
      title: 'Nowhere to go',
      answer: known(
        aRequest(nowMs, {
          report: aReport(nowMs, {
            phase: 'Unschedulable',
            since: ago(nowMs, { minutes: 5 }),
            subjects: ['environment=prod'],
          }),
          outputs: {},
          health: undefined,
        }),
      ),
    },
    {
      id: 'unhealthy',
      title: 'Unhealthy',
      answer: known(
        aRequest(nowMs, {
          report: aReport(nowMs, {
            phase: 'Unhealthy',
            since: ago(nowMs, { minutes: 9 }),
            subjects: ['http'],
            flags: { ...aReport(nowMs, {}).flags, health: 'unhealthy' },
          }),
        }),
      ),
    },
    {
      id: 'paused',
      title: 'Paused',
      answer: known(
        aRequest(nowMs, {
          report: aReport(nowMs, {
            phase: 'Paused',
            since: ago(nowMs, { hours: 2 }),
          }),
        }),
      ),
    },
    {
      id: 'deleting',
      title: 'Being removed',
      answer: known(
        aRequest(nowMs, {
          report: aReport(nowMs, {
            phase: 'Deleting',
            since: ago(nowMs, { seconds: 20 }),
            step: { index: 1, total: 1, pipeline: 'terraform-destroy' },
          }),
          pipelines: [
            {
              name: 'terraform-destroy',
              phase: 'Running',
              lastTransitionTime: ago(nowMs, { seconds: 18 }),
            },
          ],
          health: undefined,
        }),
      ),
    },
  ];
}

function troubleStates(nowMs: number): RequestState[] {
  return [
    {
      id: 'stale',
      title: 'Platform does not answer, last state known',
      answer: known(
        aRequest(nowMs, {
          freshness: {
            state: 'stale',
            confirmedAt: ago(nowMs, { minutes: 5 }),
            problem: {
              reason: 'unreachable',
              message: 'connect ECONNREFUSED 10.1.2.3:6443',
              since: ago(nowMs, { minutes: 5 }),
            },
          },
        }),
      ),
    },
    {
      id: 'silent',
      title: 'Portal does not answer any more',
      answer: known(aRequest(nowMs)),
      later: failed('noAnswer', 'No answer within 15 s'),
    },
    {
      id: 'unreachable',
      title: 'Platform does not answer, nothing known',
      answer: failed('unreachable', 'Platform "dev" does not answer'),
    },
    {
      id: 'forbidden',
      title: 'Not allowed',
      answer: failed('forbidden', 'kratix.request.read is not allowed'),
    },
    {
      id: 'gone',
      title: 'Removed',
      answer: failed(
        'notFound',
        'No TestEnvironment "checkout-v2" in namespace "team-a"',
      ),
    },
    {
      id: 'unauthorised',
      title: 'Signed out',
      answer: failed('unauthorised', 'Missing credentials'),
    },
    {
      id: 'not-installed',
      title: 'Backend not installed',
      answer: failed('notInstalled', 'Request failed with 404 Not Found'),
    },
    {
      id: 'invalid',
      title: 'Answer not understood',
      answer: failed('invalid', 'report.phase: Invalid option'),
    },
  ];
}
