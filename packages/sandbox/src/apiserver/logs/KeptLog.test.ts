import { keepLogs, keptSize } from './KeptLog';
import type { KeptLog } from './KeptLog';

const log = (of: string, time: number, texts: readonly string[]): KeptLog => ({
  of,
  lines: texts.map(text => ({ time, text })),
  dropped: 0,
  isClosed: true,
});

describe('keepLogs', () => {
  it('keeps the end of a long log, and knows how much went before', () => {
    const texts = Array.from({ length: 1_200 }, (_, index) => `line ${index}`);

    const [kept] = keepLogs([log('a', 1, texts)]);

    expect(kept?.dropped).toBe(700);
    expect(kept?.lines.map(({ text }) => text)).toEqual(texts.slice(700));
  });

  it('keeps the latest where all are too much', () => {
    const text = 'x'.repeat(keptSize.charactersOfAll / 2);

    const kept = keepLogs([
      log('old', 1, [text]),
      log('new', 3, [text]),
      log('small', 2, ['short']),
    ]);

    expect(kept.map(({ of }) => of)).toEqual(['new', 'small']);
  });

  it('leaves the log of the attempt before beside it', () => {
    const previous = [{ time: 1, text: 'before' }];

    expect(keepLogs([{ ...log('a', 2, ['now']), previous }])).toEqual([
      { ...log('a', 2, ['now']), previous },
    ]);
  });
});
