import type { JobFact } from './jobFacts';
import type { ConfigureFacts } from './planConfigure';
import { planConfigure } from './planConfigure';

const facts: ConfigureFacts = {
  pipelines: ['a', 'b'],
  hash: 'new',
  jobs: [],
  isManual: false,
  isRestart: false,
  isSuspended: false,
  suspendedIndex: -1,
};

function job(pipeline: string, state: JobFact['state'], hash = 'new'): JobFact {
  return {
    name: `job-${pipeline}`,
    pipeline,
    action: 'configure',
    hash,
    state,
  };
}

describe('planConfigure', () => {
  const cases: [string, Partial<ConfigureFacts>, object][] = [
    ['nothing ran yet', {}, { kind: 'start', index: 0, completed: 0 }],
    [
      'the first runs',
      { jobs: [job('a', 'running')] },
      { kind: 'wait', pipeline: 'a', completed: 0 },
    ],
    [
      'the first is done',
      { jobs: [job('a', 'completed')] },
      { kind: 'start', index: 1, completed: 1 },
    ],
    [
      'the second runs',
      { jobs: [job('b', 'running'), job('a', 'completed')] },
      { kind: 'wait', completed: 1 },
    ],
    [
      'all are done',
      { jobs: [job('b', 'completed'), job('a', 'completed')] },
      { kind: 'done', completed: 2 },
    ],
    [
      'the second failed',
      { jobs: [job('b', 'failed'), job('a', 'completed')] },
      { kind: 'failed', pipeline: 'b', completed: 1 },
    ],
    [
      'the spec changed after all',
      { jobs: [job('b', 'completed', 'old')] },
      { kind: 'start', index: 0, completed: 0 },
    ],
    [
      'the spec changed while one runs',
      { jobs: [job('a', 'running', 'old')] },
      { kind: 'wait', pipeline: undefined, completed: 0 },
    ],
    [
      'the spec changed after a failure',
      { jobs: [job('a', 'failed', 'old')] },
      { kind: 'start', index: 0 },
    ],
    [
      'a person asks while one runs',
      { jobs: [job('b', 'running')], isManual: true },
      { kind: 'stopRunning', job: 'job-b', isFromStart: true },
    ],
    [
      'a person asks after a failure',
      { jobs: [job('b', 'failed')], isManual: true },
      { kind: 'start', index: 0, isFromStart: true },
    ],
    [
      'a restart is due',
      { jobs: [job('b', 'completed')], isRestart: true },
      { kind: 'start', index: 0, isFromStart: true },
    ],
    [
      'the second is resumed',
      {
        jobs: [job('b', 'completed'), job('a', 'completed')],
        suspendedIndex: 1,
      },
      { kind: 'start', index: 1, completed: 1, isResume: true },
    ],
    [
      'it is resumed and its Jobs are gone',
      { suspendedIndex: 1 },
      { kind: 'start', index: 1, completed: 1, isResume: true },
    ],
    [
      'a pipeline was renamed',
      { jobs: [job('gone', 'completed')] },
      { kind: 'start', index: 0, completed: 0 },
    ],
  ];

  it.each(cases)('when %s', (_, given, expected) => {
    expect(planConfigure({ ...facts, ...given })).toMatchObject(expected);
  });
});
