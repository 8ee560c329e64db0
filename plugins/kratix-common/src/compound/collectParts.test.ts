import { collectParts } from './collectParts';

const most = { depth: 5, count: 50 };

function collect(links: Record<string, string[]>, bounds = most) {
  const { parts, isCut } = collectParts('shop', key => links[key] ?? [], {
    keyOf: key => key,
    most: bounds,
  });
  return { parts: parts.map(({ value, depth }) => `${depth} ${value}`), isCut };
}

describe('collectParts', () => {
  it('lists each part before its own parts', () => {
    expect(collect({ shop: ['cache', 'database'], cache: ['disk'] })).toEqual({
      parts: ['1 cache', '2 disk', '1 database'],
      isCut: false,
    });
  });

  it('lists a part of two only once', () => {
    expect(
      collect({ shop: ['cache', 'queue'], cache: ['disk'], queue: ['disk'] }),
    ).toEqual({ parts: ['1 cache', '2 disk', '1 queue'], isCut: false });
  });

  it('ends where parts name each other in a ring', () => {
    expect(
      collect({ shop: ['cache'], cache: ['disk'], disk: ['shop', 'cache'] }),
    ).toEqual({ parts: ['1 cache', '2 disk'], isCut: false });
  });

  it('goes no deeper than it may, and says so', () => {
    expect(
      collect(
        { shop: ['cache'], cache: ['disk'], disk: ['block'] },
        { depth: 2, count: 50 },
      ),
    ).toEqual({ parts: ['1 cache', '2 disk'], isCut: true });
  });

  it('lists no more than it may, and says so', () => {
    expect(collect({ shop: ['a', 'b', 'c'] }, { depth: 5, count: 2 })).toEqual({
      parts: ['1 a', '1 b'],
      isCut: true,
    });
  });

  it('survives a chain that is longer than any stack', () => {
    const { parts } = collectParts<number>(
      0,
      n => (n < 100_000 ? [n + 1] : []),
      {
        keyOf: String,
        most: { depth: 1_000_000, count: 1_000_000 },
      },
    );

    expect(parts).toHaveLength(100_000);
  });
});
