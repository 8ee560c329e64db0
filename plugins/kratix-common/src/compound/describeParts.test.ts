import type { Phase } from '../model';
import { describeParts } from './describeParts';

const part = (title: string, phase: Phase) => ({ title, phase });

describe('describeParts', () => {
  it('says nothing of what has no parts', () => {
    expect(describeParts([])).toBeUndefined();
  });

  it.each([
    [[part('cache', 'Ready')], 'good', 1, []],
    [[part('cache', 'Ready'), part('database', 'Running')], 'busy', 1, []],
    [
      [
        part('cache', 'Failed'),
        part('database', 'Ready'),
        part('queue', 'Ready'),
      ],
      'bad',
      2,
      [{ phase: 'Failed', titles: ['cache'], more: 0 }],
    ],
    [
      [part('database', 'Suspended'), part('cache', 'Unschedulable')],
      'bad',
      0,
      [
        { phase: 'Unschedulable', titles: ['cache'], more: 0 },
        { phase: 'Suspended', titles: ['database'], more: 0 },
      ],
    ],
    [
      ['a', 'b', 'c', 'd', 'e'].map(title => part(title, 'Failed')),
      'bad',
      0,
      [{ phase: 'Failed', titles: ['a', 'b', 'c'], more: 2 }],
    ],
  ] as const)(
    'says of %j that it is %s: %d ready, but %j',
    (parts, tone, ready, troubles) => {
      expect(describeParts(parts)).toEqual({
        tone,
        total: parts.length,
        ready,
        troubles,
      });
    },
  );
});
