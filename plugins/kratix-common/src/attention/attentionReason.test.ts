import type { Phase, PhaseFlags, PhaseReport } from '../model';
import { promiseAttention, requestAttention } from './attentionReason';

const clock = {
  now: new Date('2026-08-20T10:00:00Z'),
  stuckAfterMs: 30 * 60_000,
};
const flags: PhaseFlags = {
  isPromiseUnavailable: false,
  isQueued: false,
  isDeletionBlocked: false,
  health: 'noData',
};
const report = (
  phase: Phase,
  more: Partial<PhaseReport> = {},
): PhaseReport => ({ phase, subjects: [], flags, ...more });

describe('requestAttention', () => {
  it.each([
    ['Failed', 'failed'],
    ['DeleteFailed', 'failed'],
    ['WriteFailed', 'delivery'],
    ['Unschedulable', 'delivery'],
    ['Misplaced', 'delivery'],
    ['Unhealthy', 'unhealthy'],
    ['Degraded', 'unhealthy'],
    ['Suspended', 'waiting'],
    ['DeleteSuspended', 'waiting'],
    ['WaitingForPromise', 'unavailable'],
    ['Paused', undefined],
    ['Ready', undefined],
    ['DryRun', undefined],
  ] as const)('takes %s for %s', (phase, reason) => {
    expect(requestAttention(report(phase), clock)).toBe(reason);
  });

  it('leaves what tries again by itself alone', () => {
    expect(
      requestAttention(
        report('Suspended', { nextRetryAt: '2026-08-20T10:05:00Z' }),
        clock,
      ),
    ).toBeUndefined();
  });

  it.each([
    'Pending',
    'Running',
    'Upgrading',
    'Scheduling',
    'Deleting',
  ] as const)('takes %s for stuck only when it has lasted', phase => {
    const at = (since?: string) =>
      requestAttention(report(phase, { since }), clock);

    expect(at('2026-08-20T09:30:00Z')).toBe('stuck');
    expect(at('2026-08-20T09:30:01Z')).toBeUndefined();
    expect(at('2026-08-20T11:00:00Z')).toBeUndefined();
    expect(at()).toBeUndefined();
  });

  it('takes a removal that a pause holds up for one that waits for a person', () => {
    expect(
      requestAttention(
        report('Deleting', { flags: { ...flags, isDeletionBlocked: true } }),
        clock,
      ),
    ).toBe('waiting');
  });
});

describe('promiseAttention', () => {
  const promise = {
    availability: 'available',
    isPaused: false,
    pipelines: [],
  } as const;
  const suspended = { name: 'approve', phase: 'Suspended' } as const;

  it.each([
    ['one that is available', promise, undefined],
    [
      'one that is not available',
      { ...promise, availability: 'unavailable' },
      'unavailable',
    ],
    [
      'one that nobody reported on yet',
      { ...promise, availability: 'notReported' },
      undefined,
    ],
    [
      'one whose API cannot be used',
      { ...promise, apiProblem: { code: 'x', message: 'No kind.' } },
      'unavailable',
    ],
    [
      'one whose own workflow failed',
      {
        ...promise,
        availability: 'unavailable',
        pipelines: [{ name: 'setup', phase: 'Failed' }],
      },
      'failed',
    ],
    [
      'one that waits for approval',
      { ...promise, availability: 'unavailable', pipelines: [suspended] },
      'waiting',
    ],
    [
      'one that tries again by itself',
      {
        ...promise,
        pipelines: [{ ...suspended, nextRetryAt: '2026-08-20T10:05:00Z' }],
      },
      undefined,
    ],
    [
      'one that somebody paused',
      { ...promise, availability: 'unavailable', isPaused: true },
      undefined,
    ],
  ] as const)('takes %s for what it is', (_what, state, reason) => {
    expect(promiseAttention(state)).toBe(reason);
  });
});
