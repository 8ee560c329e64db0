import type { Phase } from '../model';
import { describeParts } from './describeParts';

const part = (title: string, phase: Phase) => ({ title, phase });

describe('describeParts', () => {
  it('says nothing of what has no parts', () => {
    expect(describeParts([])).toBeUndefined();
  });

  it.each([
    [[part('cache', 'Ready')], 'good', '1 of 1 part ready.'],
    [
      [part('cache', 'Ready'), part('database', 'Running')],
      'busy',
      '1 of 2 parts ready.',
    ],
    [
      [
        part('cache', 'Failed'),
        part('database', 'Ready'),
        part('queue', 'Ready'),
      ],
      'bad',
      '2 of 3 parts ready; cache: failed.',
    ],
    [
      [part('database', 'Suspended'), part('cache', 'Unschedulable')],
      'bad',
      '0 of 2 parts ready; cache: nowhere to go; database: waiting for approval.',
    ],
    [
      ['a', 'b', 'c', 'd', 'e'].map(title => part(title, 'Failed')),
      'bad',
      '0 of 5 parts ready; a, b, c and 2 more: failed.',
    ],
  ] as const)('says of %j that it is %s: %s', (parts, tone, sentence) => {
    expect(describeParts(parts)).toMatchObject({ tone, sentence });
  });
});
