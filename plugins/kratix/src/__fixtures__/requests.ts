import type {
  PipelineStatus,
  RequestResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { ago } from './times';

const pipelineNames = ['validate', 'terraform-plan', 'terraform-apply'];

/**
 * A finished test environment; what differs is given.
 */
export function aRequest(
  nowMs: number,
  changes: Partial<RequestResponse> = {},
): RequestResponse {
  const since = ago(nowMs, { days: 3 });
  return {
    ref: {
      platform: 'dev',
      promise: 'test-environment',
      namespace: 'team-a',
      name: 'checkout-v2',
    },
    platformTitle: 'Development',
    isSandbox: false,
    kind: 'TestEnvironment',
    apiVersion: 'example.org/v1',
    createdAt: ago(nowMs, { days: 3, minutes: 2 }),
    requestedBy: 'user:default/ana',
    report: {
      phase: 'Ready',
      since,
      message: 'Version 2.4.0 answers at its address',
      subjects: [],
      flags: {
        isPromiseUnavailable: false,
        isQueued: false,
        isDeletionBlocked: false,
        health: 'healthy',
      },
    },
    pipelines: pipelinesAt(nowMs, ['Succeeded', 'Succeeded', 'Succeeded'], {
      days: 3,
    }),
    conditions: [
      {
        type: 'ConfigureWorkflowCompleted',
        status: 'True',
        reason: 'PipelinesExecutedSuccessfully',
        message: 'Pipelines completed',
        lastTransitionTime: since,
      },
      {
        type: 'WorksSucceeded',
        status: 'True',
        reason: 'WorksSucceeded',
        message: 'All works associated with this resource are ready',
        lastTransitionTime: since,
      },
      {
        type: 'Reconciled',
        status: 'True',
        reason: 'Reconciled',
        message: 'Reconciled',
        lastTransitionTime: since,
      },
    ],
    promiseVersion: 'v0.2.0',
    spec: {
      version: '2.4.0',
      size: 'small',
      persistence: true,
      region: 'eu-central-1',
      testers: ['ana', 'ben'],
      network: { public: false, allowedRanges: ['10.0.0.0/8'] },
    },
    outputs: {
      url: 'https://checkout-v2.test.example.org',
      database: {
        endpoint: 'checkout-v2-db.team-a.svc:5432',
        secretRef: { name: 'checkout-v2-db-credentials' },
      },
    },
    health: {
      state: 'healthy',
      records: [
        {
          name: 'http',
          namespace: 'team-a',
          state: 'healthy',
          lastRunSeconds: Math.floor(nowMs / 1000) - 40,
        },
      ],
    },
    freshness: { state: 'live', confirmedAt: ago(nowMs, { seconds: 2 }) },
    ...changes,
  };
}

/**
 * The report of {@link aRequest} with what differs.
 */
export function aReport(
  nowMs: number,
  changes: Partial<RequestResponse['report']>,
): RequestResponse['report'] {
  const { report } = aRequest(nowMs);
  return {
    ...report,
    message: undefined,
    flags: { ...report.flags, health: 'noData' },
    ...changes,
  };
}

/**
 * The pipelines of {@link aRequest} in given phases; the last change lies as far back as given.
 */
export function pipelinesAt(
  nowMs: number,
  phases: readonly PipelineStatus['phase'][],
  last: Parameters<typeof ago>[1],
): PipelineStatus[] {
  const offsetsSeconds = [60, 48, 0];
  const begun = phases.filter(phase => phase !== 'Pending').length;
  return pipelineNames.map((name, index) => ({
    name,
    phase: phases[index] ?? 'Pending',
    lastTransitionTime: ago(nowMs, {
      ...last,
      seconds:
        (last.seconds ?? 0) +
        (offsetsSeconds[index] ?? 0) -
        (offsetsSeconds[begun - 1] ?? 0),
    }),
  }));
}
