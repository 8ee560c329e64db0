import { describePhase } from './describePhase';
import { phases, type Phase, type PhaseReport } from './phase';
import { phaseMessages } from './phaseMessages';
import { phaseTone } from './phaseTone';

const now = new Date('2026-08-24T10:00:00Z');
const context = { now, promiseTitle: 'Redis' };

/** Where the word of a single one says more than the one that fits all of its phase. */
const wordOfOne: Partial<Record<Phase, string>> = {
  Suspended: 'Waiting for approval',
};

describe('describePhase', () => {
  it.each<[Phase, Partial<PhaseReport>, string, string]>([
    [
      'Pending',
      { since: '2026-08-24T09:59:30Z' },
      'Waiting to start',
      'The platform has not picked it up yet.',
    ],
    [
      'Pending',
      { since: '2026-08-24T09:57:00Z' },
      'Waiting to start',
      'The platform has not picked it up for 3 min: Kratix may be down, or Redis not ready.',
    ],
    [
      'WaitingForPromise',
      { subjects: ['vault v1.0'] },
      'Service not available',
      'Redis cannot take requests now: it needs vault v1.0.',
    ],
    [
      'Running',
      {
        step: { index: 2, total: 4, pipeline: 'terraform-apply' },
        since: '2026-08-24T09:59:12Z',
      },
      'Setting up · step 2 of 4',
      'Running terraform-apply (2 of 4), 48 s.',
    ],
    ['Upgrading', {}, 'Upgrading', 'Running the workflow.'],
    [
      'Suspended',
      { message: 'Ana must approve' },
      'Waiting for approval',
      'Ana must approve.',
    ],
    [
      'Suspended',
      {
        message: 'Quota is full.',
        nextRetryAt: '2026-08-24T10:10:00Z',
        attempts: 2,
      },
      'Waiting until 10:10 UTC',
      'Quota is full. Third attempt at 10:10 UTC.',
    ],
    [
      'Paused',
      { since: '2026-08-24T08:00:00Z' },
      'Paused',
      'Paused 2 h ago; changes wait.',
    ],
    [
      'Failed',
      {
        step: { index: 1, total: 1, pipeline: 'plan' },
        attempts: 3,
        message: 'no such image',
      },
      'Failed',
      'Step plan failed after 3 attempts: no such image.',
    ],
    ['Scheduling', {}, 'Delivering', 'Finding where it belongs.'],
    [
      'Unschedulable',
      { subjects: ['environment=prod'] },
      'Nowhere to go',
      'No Destination has environment=prod.',
    ],
    [
      'Misplaced',
      { subjects: ['worker-1'] },
      'In the wrong place',
      'It was placed on worker-1, whose labels no longer match.',
    ],
    [
      'WriteFailed',
      { subjects: ['prod-store'], message: 'access denied' },
      'Cannot be written',
      'Writing to prod-store fails: access denied.',
    ],
    ['Ready', { since: '2026-08-21T10:00:00Z' }, 'Ready', 'Ready for 3 days.'],
    [
      'Unhealthy',
      { subjects: ['tcp'] },
      'Unhealthy',
      'Health check tcp reports unhealthy.',
    ],
    ['Deleting', {}, 'Being removed', 'Removing.'],
    [
      'DeleteFailed',
      { message: 'state lock' },
      'Removal stuck',
      'Removing stopped: state lock.',
    ],
    ['DryRun', {}, 'Preview', 'A preview; nothing of it is kept.'],
  ])('%s %j', (phase, parts, word, sentence) => {
    expect(describePhase(reportOf(phase, parts), context)).toMatchObject({
      word,
      sentence,
    });
  });

  it('says what holds a removal up', () => {
    const report = reportOf('Deleting', {});

    const text = describePhase({
      ...report,
      flags: { ...report.flags, isDeletionBlocked: true },
    });

    expect(text).toMatchObject({
      sentence: 'Its removal waits, because it or its service is paused.',
      actions: ['resume'],
    });
  });

  it.each(phases)('has words, a tone and a whole sentence for %s', phase => {
    const text = describePhase(reportOf(phase, {}));

    expect(text.word).toBe(wordOfOne[phase] ?? phaseMessages.word[phase]);
    expect(text.tone).toBe(phaseTone[phase]);
    expect(text.sentence).toMatch(/^[A-Z].*\.$/);
  });

  it.each(phases.filter(phase => phaseTone[phase] === 'bad'))(
    'never leaves anybody alone with %s',
    phase => {
      const text = describePhase(reportOf(phase, {}));

      expect(text.nextStep).toMatch(/^[A-Z].*\.$/);
      expect(text.actions).not.toHaveLength(0);
    },
  );

  it('writes times the way the reader does', () => {
    const text = describePhase(
      reportOf('Suspended', { nextRetryAt: '2026-08-24T10:10:00Z' }),
      { formatTime: () => 'noon' },
    );

    expect(text.word).toBe('Waiting until noon');
  });
});

function reportOf(phase: Phase, parts: Partial<PhaseReport>): PhaseReport {
  return {
    phase,
    subjects: [],
    flags: {
      isPromiseUnavailable: false,
      isQueued: false,
      isDeletionBlocked: false,
      health: 'noData',
    },
    ...parts,
  };
}
