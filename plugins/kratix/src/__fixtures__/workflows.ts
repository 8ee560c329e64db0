import type {
  LogEvent,
  PipelineRun,
  WorkflowRun,
  WorkflowRunsResponse,
  WorkflowState,
  WorkflowStep,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fetched, WorkflowApi } from '../api';
import { ago } from './times';

/** One state of the workflow page. */
export interface WorkflowPageState {
  readonly id: string;
  readonly title: string;
  /** Absent: no answer yet. */
  readonly answer?: Fetched<WorkflowRunsResponse>;
}

/** The workflow page in every state. */
export function workflowStates(nowMs: number): readonly WorkflowPageState[] {
  const runs = (...all: WorkflowRun[]): Fetched<WorkflowRunsResponse> => ({
    ok: true,
    value: { runs: all, isComplete: true },
  });
  const past = aRun(nowMs, { id: 'run-1', minutes: 600 });
  return [
    { id: 'loading', title: 'Loading' },
    { id: 'none', title: 'Has not run yet', answer: runs() },
    {
      id: 'succeeded',
      title: 'Done, with past runs',
      answer: runs(
        aRun(nowMs, {
          id: 'run-3',
          minutes: 5,
          origin: { type: 'byHand', by: 'user:default/ana' },
        }),
        aRun(nowMs, { id: 'run-2', minutes: 60, origin: { type: 'change' } }),
        past,
      ),
    },
    {
      id: 'running',
      title: 'Running',
      answer: runs(aRunningRun(nowMs), past),
    },
    {
      id: 'failed',
      title: 'Failed, its log is there',
      answer: runs(aFailedRun(nowMs, 'plan-2'), past),
    },
    {
      id: 'gone',
      title: 'Failed, its log is gone',
      answer: runs(aFailedRun(nowMs, undefined)),
    },
    {
      id: 'image',
      title: 'Waits for an image',
      answer: runs(aBlockedRun(nowMs)),
    },
    {
      id: 'suspended',
      title: 'Waits for someone',
      answer: runs(aSuspendedRun(nowMs)),
    },
    {
      id: 'incomplete',
      title: 'Not every run can be shown',
      answer: { ok: true, value: { runs: [past], isComplete: false } },
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

/** A finished run; what differs is given. */
export function aRun(
  nowMs: number,
  options: {
    id: string;
    minutes: number;
    origin?: WorkflowRun['origin'];
  },
): WorkflowRun {
  const { id, minutes, origin = { type: 'order' } } = options;
  const start = nowMs - minutes * 60_000;
  return {
    id,
    action: 'configure',
    state: 'succeeded',
    origin,
    startedAt: ago(start, {}),
    finishedAt: ago(start + 44_000, {}),
    pipelines: [
      aPipeline('plan', 'succeeded', { id, startMs: start }),
      aPipeline('apply', 'succeeded', { id, startMs: start + 16_000 }),
    ],
  };
}

function aRunningRun(nowMs: number): WorkflowRun {
  const start = nowMs - 21_000;
  const apply = aPipeline('apply', 'running', {
    id: 'run-4',
    startMs: start + 14_000,
    steps: [
      aStep('reader', 'succeeded', start + 14_000),
      aStep('apply-it', 'running', start + 16_000),
      aStep('status-writer', 'pending', start),
    ],
  });
  return {
    ...aRun(nowMs, { id: 'run-4', minutes: 0, origin: { type: 'change' } }),
    state: 'running',
    startedAt: ago(start, {}),
    finishedAt: undefined,
    pipelines: [
      aPipeline('plan', 'succeeded', { id: 'run-4', startMs: start }),
      apply,
    ],
  };
}

function aFailedRun(nowMs: number, pod: string | undefined): WorkflowRun {
  const start = nowMs - 300_000;
  const isGone = pod === undefined;
  const steps: WorkflowStep[] = [
    aStep('reader', isGone ? 'unknown' : 'succeeded', start),
    {
      ...aStep('plan-it', isGone ? 'unknown' : 'failed', start + 2_000),
      ...(!isGone && { exitCode: 1, restarts: 1, hasPreviousLog: true }),
    },
    aStep('status-writer', isGone ? 'unknown' : 'pending', start),
  ];
  const plan = aPipeline('plan', 'failed', { id: 'run-5', startMs: start });
  const last = {
    id: 'attempt-2',
    job: 'plan',
    ...(pod && { pod }),
    state: 'failed' as const,
    startedAt: ago(start, {}),
    finishedAt: ago(start + 20_000, {}),
    steps: steps.map(step => ({
      ...step,
      ...(isGone && { log: 'podGone' as const, startedAt: undefined }),
    })),
  };
  return {
    ...aRun(nowMs, { id: 'run-5', minutes: 5 }),
    state: 'failed',
    pipelines: [
      {
        ...plan,
        ...(!isGone && { attemptCount: 3 }),
        attempts: isGone ? [last] : [...plan.attempts, last],
      },
      { name: 'apply', state: 'pending', attempts: [] },
    ],
  };
}

function aBlockedRun(nowMs: number): WorkflowRun {
  const start = nowMs - 90_000;
  return {
    ...aRun(nowMs, { id: 'run-6', minutes: 1 }),
    state: 'running',
    finishedAt: undefined,
    pipelines: [
      aPipeline('plan', 'running', {
        id: 'run-6',
        startMs: start,
        steps: [
          aStep('reader', 'succeeded', start),
          {
            ...aStep('plan-it', 'waiting', start),
            startedAt: undefined,
            finishedAt: undefined,
            log: 'notStarted',
            trouble: {
              kind: 'image',
              reason: 'ImagePullBackOff',
              message: 'Back-off pulling image "example.org/plan:v9"',
            },
          },
        ],
      }),
      { name: 'apply', state: 'pending', attempts: [] },
    ],
  };
}

function aSuspendedRun(nowMs: number): WorkflowRun {
  return {
    ...aRun(nowMs, { id: 'run-7', minutes: 30 }),
    state: 'suspended',
    finishedAt: undefined,
    pipelines: [
      {
        ...aPipeline('plan', 'suspended', {
          id: 'run-7',
          startMs: nowMs - 1_800_000,
        }),
        message: 'The platform team approves 200 GiB in production',
        nextRetryAt: ago(nowMs + 600_000, {}),
        attemptCount: 2,
      },
      { name: 'apply', state: 'pending', attempts: [] },
    ],
  };
}

function aPipeline(
  name: string,
  state: WorkflowState,
  options: { id: string; startMs: number; steps?: WorkflowStep[] },
): PipelineRun {
  const { id, startMs } = options;
  const isOver = state !== 'running';
  const end = isOver ? { finishedAt: ago(startMs + 14_000, {}) } : {};
  const startedAt = ago(startMs, {});
  return {
    name,
    state,
    attemptCount: 1,
    startedAt,
    ...end,
    attempts: [
      {
        id: `${id}-${name}`,
        job: `${id}-${name}`,
        pod: `${id}-${name}`,
        state: state === 'suspended' ? 'succeeded' : state,
        startedAt,
        ...end,
        steps: options.steps ?? [
          aStep('reader', 'succeeded', startMs),
          aStep(`${name}-it`, 'succeeded', startMs + 2_000),
          aStep('work-writer', 'succeeded', startMs + 12_000),
          aStep('status-writer', 'succeeded', startMs + 13_000),
        ],
      },
    ],
  };
}

function aStep(
  name: string,
  state: WorkflowStep['state'],
  startMs: number,
): WorkflowStep {
  const isQuiet = !name.endsWith('-it');
  const hasStarted = state !== 'pending';
  const isOver = state === 'succeeded' || state === 'failed';
  return {
    name,
    isQuiet,
    image: isQuiet ? undefined : `example.org/${name}:v1`,
    state,
    ...(hasStarted && { startedAt: ago(startMs, {}) }),
    ...(isOver && {
      finishedAt: ago(startMs + (isQuiet ? 1_000 : 10_000), {}),
      exitCode: 0,
    }),
    restarts: 0,
    log: hasStarted ? 'available' : 'notStarted',
    hasPreviousLog: false,
  };
}

/** Lines as a container prints them. */
export function someLogLines(count: number, from = 1) {
  return Array.from({ length: count }, (_, index) => ({
    time: `2026-08-20T10:00:00.${String(from + index).padStart(9, '0')}Z`,
    text: `line ${from + index} of the plan`,
  }));
}

/** A backend that never answers but where it is told how. */
export function aWorkflowApi(answers: Partial<WorkflowApi> = {}): WorkflowApi {
  return {
    fetchRuns: () => new Promise(() => {}),
    openLog: () => new Promise(() => {}),
    ...answers,
  };
}

/** The answer to a question for a log. */
export function aLog(
  ...events: readonly LogEvent[]
): Awaited<ReturnType<WorkflowApi['openLog']>> {
  return {
    ok: true,
    value: (async function* read() {
      yield* events;
    })(),
  };
}
