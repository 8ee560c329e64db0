import type { LogEvent } from '@kratix-portal/backstage-plugin-kratix-common';
import { aLog, someLogLines } from '../__fixtures__';
import { collectLog } from './saveLog';

const lines: LogEvent = { type: 'lines', lines: someLogLines(3) };

async function collect(...events: LogEvent[]) {
  const log = aLog(...events);
  if (!log.ok) {
    throw new Error('It is open');
  }
  const { blob, end } = await collectLog(log.value);
  return { end, size: blob.size };
}

describe('collectLog', () => {
  const size = 'line 1 of the plan\n'.length * 3;

  it.each<[string, LogEvent[], string]>([
    ['ends', [{ type: 'end', reason: 'finished' }], 'whole'],
    ['is too long', [{ type: 'end', reason: 'limit' }], 'limit'],
    // These were saved as if they were all.
    ['is broken off', [{ type: 'end', reason: 'interrupted' }], 'broken'],
    ['just stops', [], 'broken'],
    ['is gone', [{ type: 'unavailable', reason: 'podGone' }], 'broken'],
  ])('knows of a log that %s how much of it there is', async (_, rest, end) => {
    expect(await collect(lines, ...rest)).toEqual({ end, size });
  });
});
