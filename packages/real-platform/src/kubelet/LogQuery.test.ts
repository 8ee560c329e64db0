import { formatLine, parseLogQuery, selectLines } from './LogQuery';

const NOW = new Date('2026-01-01T00:01:00.000Z');
const LINES = [
  { time: '2026-01-01T00:00:00.000Z', text: 'old' },
  { time: '2026-01-01T00:00:55.000Z', text: 'new' },
  { time: '2026-01-01T00:00:59.000Z', text: 'newest' },
];
const parse = (search: string) =>
  parseLogQuery(new URLSearchParams(search), NOW);

describe('selectLines', () => {
  it.each([
    ['', ['old', 'new', 'newest']],
    ['tailLines=1', ['newest']],
    ['tailLines=0', []],
    ['sinceSeconds=10', ['new', 'newest']],
    ['sinceSeconds=10&tailLines=1', ['newest']],
    ['sinceTime=2026-01-01T00:00:58Z', ['newest']],
  ])('answers %j with %j', (search, texts) => {
    const selected = selectLines(LINES, parse(search));

    expect(selected.map(line => line.text)).toEqual(texts);
  });
});

describe('formatLine', () => {
  it('writes the time only when it was asked for', () => {
    const line = { time: '2026-01-01T00:00:00.000Z', text: 'a' };

    expect(formatLine(line, parse(''))).toBe('a\n');
    expect(formatLine(line, parse('timestamps=true'))).toBe(
      '2026-01-01T00:00:00.000Z a\n',
    );
  });
});
