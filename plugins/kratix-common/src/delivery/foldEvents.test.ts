import { parseClusterEvent } from '../kubernetes';
import type { ClusterEvent } from '../model';
import { foldEvents } from './foldEvents';

function event(parts: Record<string, unknown>): ClusterEvent {
  const parsed = parseClusterEvent({
    metadata: { name: 'e', uid: String(Math.random()) },
    involvedObject: { kind: 'Redis', namespace: 'team-a', name: 'cache' },
    type: 'Normal',
    reason: 'PipelineStarted',
    message: 'started',
    ...parts,
  });
  if (!parsed.ok) {
    throw new Error(parsed.problem.message);
  }
  return parsed.value;
}

describe('foldEvents', () => {
  it('reads old and new events, and joins what says the same', () => {
    const old = event({
      firstTimestamp: '2026-08-20T10:00:00Z',
      lastTimestamp: '2026-08-20T10:05:00Z',
      count: 3,
    });
    const recent = event({
      eventTime: '2026-08-20T10:06:00.000001Z',
      series: { count: 4, lastObservedTime: '2026-08-20T10:09:00.000000Z' },
      firstTimestamp: null,
      lastTimestamp: null,
    });

    expect(foldEvents([recent, old])).toEqual([
      expect.objectContaining({
        count: 7,
        firstAt: '2026-08-20T10:00:00Z',
        lastAt: '2026-08-20T10:09:00.000000Z',
      }),
    ]);
  });

  it('counts an event once that two questions answered', () => {
    const one = event({ metadata: { uid: 'one', name: 'one' } });

    expect(foldEvents([one, one])).toHaveLength(1);
    expect(foldEvents([one, one])[0]?.count).toBe(1);
  });

  it('puts the newest first, and tells routine from news', () => {
    const events = foldEvents([
      event({ reason: 'ReconcileStarted', eventTime: '2026-08-20T10:00:00Z' }),
      event({
        reason: 'ReconcileStarted',
        type: 'Warning',
        eventTime: '2026-08-20T10:01:00Z',
      }),
      event({ eventTime: '2026-08-20T10:00:00.5Z' }),
    ]);

    expect(events.map(({ type, isNoise }) => [type, isNoise])).toEqual([
      ['Warning', false],
      ['Normal', false],
      ['Normal', true],
    ]);
  });

  it.each([null, 1, 'x', {}, { involvedObject: { kind: 'A' } }])(
    'takes %j for no event',
    json => {
      expect(parseClusterEvent(json).ok).toBe(false);
    },
  );
});
