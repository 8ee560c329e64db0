import { workflowRunSchema, type WorkflowRun } from '../contracts';
import { aJob, aPod, ended, running } from '../__fixtures__/workflow';
import { parseWorkflowJob, parseWorkflowPod } from '../kubernetes';
import type { Parsed, PipelineStatus } from '../model';
import { buildWorkflowRuns } from './buildWorkflowRuns';
import { findFailingStep } from './findLastErrorLine';
import type { WorkflowOwner } from './WorkflowHistoryInput';

const t = (time: string) => `2026-08-20T${time}Z`;
const done = { end: 'Complete' } as const;
const failed = { end: 'Failed' } as const;

function build(options: {
  jobs?: readonly object[];
  pods?: readonly object[];
  subject?: Partial<WorkflowOwner>;
  configure?: readonly string[];
  delete?: readonly string[];
}): WorkflowRun[] {
  const runs = buildWorkflowRuns({
    jobs: (options.jobs ?? []).map(json => valueOf(parseWorkflowJob(json))),
    pods: (options.pods ?? []).map(json => valueOf(parseWorkflowPod(json))),
    declared: {
      configure: options.configure ?? ['plan', 'apply'],
      delete: options.delete ?? [],
    },
    subject: {
      createdAt: t('10:00:00'),
      isDeleting: false,
      ...options.subject,
    },
    intervalMs: 36_000_000,
  });
  return runs.map(run => workflowRunSchema.parse(run));
}

const phases = (
  ...all: (PipelineStatus['phase'] | Partial<PipelineStatus>)[]
): PipelineStatus[] =>
  ['plan', 'apply'].slice(0, all.length).map((name, index) => {
    const phase = all[index];
    return {
      name,
      phase: 'Pending',
      ...(typeof phase === 'string' ? { phase } : phase),
    };
  });

const brief = (runs: readonly WorkflowRun[]) =>
  runs.map(
    ({ state, origin, pipelines }) =>
      `${origin?.type ?? '?'} ${state}: ${pipelines
        .map(
          ({ name, state: is, attempts }) => `${name} ${is} ${attempts.length}`,
        )
        .join(', ')}`,
  );

describe('buildWorkflowRuns', () => {
  const first = [
    aJob('plan', t('10:00:02'), { ...done, endedAt: t('10:00:10') }),
    aJob('apply', t('10:00:12'), { ...done, endedAt: t('10:00:20') }),
  ];
  const both = phases('Succeeded', 'Succeeded');

  it.each<[string, Parameters<typeof build>[0], string[]]>([
    ['nothing has run and nothing is announced', {}, []],
    [
      'Kratix has announced a run and not begun',
      { subject: { pipelines: phases('Pending', 'Pending') } },
      ['? pending: plan pending 0, apply pending 0'],
    ],
    [
      'the first pipeline runs',
      {
        jobs: [aJob('plan', t('10:00:02'))],
        subject: { pipelines: phases('Running', 'Pending') },
      },
      ['order running: plan running 1, apply pending 0'],
    ],
    [
      'between two pipelines nobody runs (observed 2)',
      {
        jobs: [first[0] ?? {}],
        subject: { pipelines: phases('Succeeded', 'Pending') },
      },
      ['order running: plan succeeded 1, apply pending 0'],
    ],
    [
      'all went well',
      { jobs: first, subject: { pipelines: both } },
      ['order succeeded: plan succeeded 1, apply succeeded 1'],
    ],
    [
      'Jobs of one second come in any order',
      {
        jobs: [
          aJob('apply', t('10:00:02'), done),
          aJob('plan', t('10:00:02'), done),
        ],
        subject: { pipelines: both },
      },
      ['order succeeded: plan succeeded 1, apply succeeded 1'],
    ],
    [
      'the spec was changed, and the new run is announced (observed 3)',
      { jobs: first, subject: { pipelines: phases('Pending', 'Pending') } },
      [
        '? pending: plan pending 0, apply pending 0',
        'order succeeded: plan succeeded 1, apply succeeded 1',
      ],
    ],
    [
      'the spec was changed, and the new run has begun',
      {
        jobs: [...first, aJob('plan', t('10:05:00'), { hash: 'b' })],
        subject: { pipelines: phases('Running', 'Pending') },
      },
      [
        'change running: plan running 1, apply pending 0',
        'order succeeded: plan succeeded 1, apply succeeded 1',
      ],
    ],
    [
      'a run was replaced by a change before its last pipeline',
      {
        jobs: [
          first[0] ?? {},
          aJob('plan', t('10:00:11'), { hash: 'b', ...done }),
          aJob('apply', t('10:00:13'), { hash: 'b', ...done }),
        ],
        subject: { pipelines: both },
      },
      [
        'change succeeded: plan succeeded 1, apply succeeded 1',
        'order stopped: plan succeeded 1',
      ],
    ],
    [
      'it ran again by hand, asked for here',
      {
        jobs: [...first, aJob('plan', t('10:30:05'))],
        subject: {
          pipelines: phases('Running', 'Pending'),
          rerun: { at: t('10:30:00'), by: 'user:default/ana' },
        },
      },
      [
        'byHand running: plan running 1, apply pending 0',
        'order succeeded: plan succeeded 1, apply succeeded 1',
      ],
    ],
    [
      'it ran again for a reason that nobody kept',
      {
        jobs: [...first, aJob('plan', t('10:30:05'))],
        subject: { pipelines: phases('Running', 'Pending') },
      },
      [
        '? running: plan running 1, apply pending 0',
        'order succeeded: plan succeeded 1, apply succeeded 1',
      ],
    ],
    [
      'it ran again by the schedule of ten hours',
      {
        jobs: [...first, aJob('plan', t('20:00:25'))],
        subject: { pipelines: phases('Running', 'Pending') },
      },
      [
        'schedule running: plan running 1, apply pending 0',
        'order succeeded: plan succeeded 1, apply succeeded 1',
      ],
    ],
    [
      'it failed, and the rest will not run',
      {
        jobs: [aJob('plan', t('10:00:02'), failed)],
        subject: { pipelines: phases('Failed', 'Pending') },
      },
      ['order failed: plan failed 1, apply pending 0'],
    ],
    [
      'it failed before Kratix says so',
      {
        jobs: [aJob('plan', t('10:00:02'), failed)],
        subject: { pipelines: phases('Running', 'Pending') },
      },
      ['order failed: plan failed 1, apply pending 0'],
    ],
    [
      'it failed and is run again for the same content',
      {
        jobs: [
          aJob('plan', t('10:00:02'), failed),
          aJob('plan', t('10:10:00')),
        ],
        subject: { pipelines: phases('Running', 'Pending') },
      },
      [
        '? running: plan running 1, apply pending 0',
        'order failed: plan failed 1',
      ],
    ],
    [
      'a running Job was stopped for a run by hand',
      {
        jobs: [
          aJob('plan', t('10:00:02'), { suspend: true }),
          aJob('plan', t('10:00:30')),
        ],
        subject: { pipelines: phases('Running', 'Pending') },
      },
      [
        '? running: plan running 1, apply pending 0',
        'order stopped: plan stopped 1',
      ],
    ],
    [
      'it waits for somebody',
      {
        jobs: [aJob('plan', t('10:00:02'), done)],
        subject: { pipelines: phases('Suspended', 'Pending') },
      },
      ['order suspended: plan suspended 1, apply pending 0'],
    ],
    [
      'it was resumed: another Job of the same pipeline in the same run (observed 8)',
      {
        jobs: [
          aJob('plan', t('10:00:02'), done),
          aJob('plan', t('10:05:00'), done),
          aJob('apply', t('10:05:10')),
        ],
        subject: { pipelines: phases('Succeeded', 'Running') },
      },
      ['order running: plan succeeded 2, apply running 1'],
    ],
    [
      'a single pipeline tries again by itself',
      {
        configure: ['plan'],
        jobs: [aJob('plan', t('10:00:02'), done), aJob('plan', t('10:00:18'))],
        subject: { pipelines: phases({ phase: 'Running', attempts: 1 }) },
      },
      ['order running: plan running 2'],
    ],
    [
      'a single pipeline ran again',
      {
        configure: ['plan'],
        jobs: [
          aJob('plan', t('10:00:02'), done),
          aJob('plan', t('11:00:18'), done),
        ],
        subject: { pipelines: phases('Succeeded') },
      },
      ['? succeeded: plan succeeded 1', 'order succeeded: plan succeeded 1'],
    ],
    [
      'it is being removed: Kratix says Running for ever, the Job knows (observed 5)',
      {
        delete: ['cleanup'],
        jobs: [
          ...first,
          aJob('cleanup', t('11:00:00'), { action: 'delete', ...failed }),
        ],
        subject: {
          isDeleting: true,
          pipelines: [{ name: 'cleanup', phase: 'Running' }],
        },
      },
      [
        'removal failed: cleanup failed 1',
        'order succeeded: plan succeeded 1, apply succeeded 1',
      ],
    ],
    [
      'its removal waits for a running pipeline',
      {
        delete: ['cleanup'],
        jobs: [aJob('plan', t('10:00:02'))],
        subject: {
          isDeleting: true,
          pipelines: [{ name: 'cleanup', phase: 'Running' }],
        },
      },
      ['removal pending: cleanup pending 0', 'order running: plan running 1'],
    ],
    [
      'the Jobs are gone, and Kratix remembers',
      { subject: { pipelines: both } },
      ['? succeeded: plan succeeded 0, apply succeeded 0'],
    ],
    [
      'an older Kratix reports no pipelines',
      { jobs: [aJob('plan', t('10:00:02'))], subject: {} },
      ['order running: plan running 1, apply pending 0'],
    ],
  ])('%s', (_, input, expected) => {
    expect(brief(build(input))).toEqual(expected);
  });

  it('ignores when the last wait would have ended, and says when this one does', () => {
    const nextRetryAt = t('10:00:30');
    const wait = (phase: 'Running' | 'Suspended') =>
      build({
        jobs: [aJob('plan', t('10:00:02'), phase === 'Suspended' ? done : {})],
        subject: {
          pipelines: phases(
            { phase, nextRetryAt, attempts: 2, message: 'not yet' },
            'Pending',
          ),
        },
      })[0]?.pipelines[0];

    expect(wait('Suspended')).toMatchObject({
      nextRetryAt,
      message: 'not yet',
      attemptCount: 2,
    });
    expect(wait('Running')).not.toHaveProperty('nextRetryAt');
    expect(wait('Running')).not.toHaveProperty('message');
  });

  it('shows each container, with what is Kratix its own', () => {
    const at = t('10:00:02');
    const [run] = build({
      jobs: [aJob('plan', at)],
      pods: [aPod('plan', at, [ended(0, at), running(t('10:00:04'))])],
      subject: { pipelines: phases('Running', 'Pending') },
    });

    expect(run?.pipelines[0]?.attempts[0]?.steps).toEqual([
      {
        name: 'reader',
        isQuiet: true,
        state: 'succeeded',
        startedAt: at,
        finishedAt: at,
        exitCode: 0,
        restarts: 0,
        log: 'available',
        hasPreviousLog: false,
      },
      {
        name: 'plan-it',
        isQuiet: false,
        state: 'running',
        startedAt: t('10:00:04'),
        restarts: 0,
        log: 'available',
        hasPreviousLog: false,
      },
      ...['work-writer', 'status-writer'].map(name => ({
        name,
        isQuiet: true,
        state: 'pending',
        restarts: 0,
        log: 'notStarted',
        hasPreviousLog: false,
      })),
    ]);
  });

  it.each([
    ['ImagePullBackOff', 'image'],
    ['ErrImagePull', 'image'],
    ['InvalidImageName', 'image'],
    ['CreateContainerConfigError', 'configuration'],
    ['CrashLoopBackOff', 'crashLoop'],
  ])('tells %s long before Kratix says failed', (reason, kind) => {
    const at = t('10:00:02');
    const [run] = build({
      jobs: [aJob('plan', at)],
      pods: [
        aPod('plan', at, [
          ended(0, at),
          { state: { waiting: { reason, message: 'why' } } },
        ]),
      ],
      subject: { pipelines: phases('Running', 'Pending') },
    });

    expect(run?.state).toBe('running');
    expect(run && findFailingStep(run)).toMatchObject({
      pipeline: 'plan',
      step: {
        name: 'plan-it',
        state: 'waiting',
        trouble: { kind, reason, message: 'why' },
      },
    });
  });

  it('tells a container that was killed for its memory, and that its log is there between two attempts', () => {
    const at = t('10:00:02');
    const [run] = build({
      jobs: [aJob('plan', at)],
      pods: [
        aPod('plan', at, [
          ended(0, at),
          {
            restartCount: 2,
            state: { waiting: { reason: 'CrashLoopBackOff' } },
            lastState: ended(137, at, 'OOMKilled').state,
          },
        ]),
      ],
      subject: { pipelines: phases('Running', 'Pending') },
    });

    expect(run?.pipelines[0]).toMatchObject({ attemptCount: 3 });
    expect(run?.pipelines[0]?.attempts[0]?.steps[1]).toMatchObject({
      exitCode: 137,
      restarts: 2,
      log: 'available',
      hasPreviousLog: false,
    });
  });

  it('tells a Pod that no node takes', () => {
    const at = t('10:00:02');
    const [run] = build({
      jobs: [aJob('plan', at)],
      pods: [
        aPod('plan', at, [], {
          status: {
            conditions: [
              {
                type: 'PodScheduled',
                status: 'False',
                reason: 'Unschedulable',
                message: '0/3 nodes are available',
              },
            ],
          },
        }),
      ],
      subject: { pipelines: phases('Running', 'Pending') },
    });

    expect(run?.pipelines[0]?.attempts[0]?.trouble).toEqual({
      kind: 'unschedulable',
      reason: 'Unschedulable',
      message: '0/3 nodes are available',
    });
  });

  it('keeps the Pods of one Job apart (restartPolicy: Never)', () => {
    const at = t('10:00:02');
    const [run] = build({
      jobs: [aJob('plan', at, { ...failed, endedAt: t('10:01:00') })],
      pods: ['p1', 'p2'].map((name, index) =>
        aPod('plan', at, [ended(0, at), ended(1, at)], {
          name,
          status: { phase: 'Failed' },
          metadata: {
            creationTimestamp: t(`10:00:0${index + 2}`),
            labels: { 'job-name': 'kratix-redis-cache-plan-0820100002' },
          },
        }),
      ),
      subject: { pipelines: phases('Failed', 'Pending') },
    });

    expect(run?.pipelines[0]).toMatchObject({
      attemptCount: 2,
      attempts: [
        { pod: 'p1', state: 'failed' },
        { pod: 'p2', state: 'failed', finishedAt: t('10:01:00') },
      ],
    });
  });

  it('does not know how often a pipeline was tried whose Pod is gone', () => {
    const [run] = build({
      jobs: [aJob('plan', t('10:00:02'), failed)],
      subject: { pipelines: phases('Failed', 'Pending') },
    });

    expect(run?.pipelines[0]).not.toHaveProperty('attemptCount');
    expect(run?.pipelines[0]?.attempts[0]).not.toHaveProperty('pod');
    expect(run && findFailingStep(run)).toBeUndefined();
  });
});

function valueOf<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) {
    throw new Error(parsed.problem.message);
  }
  return parsed.value;
}
