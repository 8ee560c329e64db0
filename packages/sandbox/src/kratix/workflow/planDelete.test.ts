import type { JobFact } from './jobFacts';
import type { DeleteFacts } from './planDelete';
import { planDelete } from './planDelete';

const facts: DeleteFacts = {
  pipeline: 'remove',
  hash: 'h',
  jobs: [],
  isManual: false,
  isSuspended: false,
  suspendedIndex: -1,
};

function job(state: JobFact['state'], action = 'delete'): JobFact {
  return { name: 'job', pipeline: 'remove', action, hash: 'h', state };
}

describe('planDelete', () => {
  const cases: [string, Partial<DeleteFacts>, object][] = [
    ['there is no delete pipeline', { pipeline: undefined }, { kind: 'done' }],
    ['nothing ran yet', {}, { kind: 'start', isReset: true }],
    [
      'a configure Job still runs',
      { jobs: [job('running', 'configure')] },
      { kind: 'wait' },
    ],
    ['it runs', { jobs: [job('running')] }, { kind: 'wait' }],
    ['it is done', { jobs: [job('completed')] }, { kind: 'done' }],
    ['it failed', { jobs: [job('failed')] }, { kind: 'failed' }],
    [
      'a person asks after a failure',
      { jobs: [job('failed')], isManual: true },
      { kind: 'start', isReset: true },
    ],
    [
      'a person asks while it runs',
      { jobs: [job('running')], isManual: true },
      { kind: 'stopRunning', job: 'job' },
    ],
    [
      'it is suspended',
      { jobs: [job('completed')], isSuspended: true, suspendedIndex: 0 },
      { kind: 'wait' },
    ],
    [
      'it is resumed',
      { jobs: [job('completed')], suspendedIndex: 0 },
      { kind: 'start', isReset: false },
    ],
  ];

  it.each(cases)('when %s', (_, given, expected) => {
    expect(planDelete({ ...facts, ...given })).toEqual(expected);
  });
});
