import { compareVerdicts } from './compareVerdicts';
import type { Verdict } from './Verdict';

const taken = (spec: unknown): Verdict => ({ isTaken: true, causes: [], spec });
const refused = (...causes: string[]): Verdict => ({ isTaken: false, causes });
const compare = (theirs: Verdict, ours: Verdict, what = 'a request') =>
  compareVerdicts(new Map([[what, theirs]]), new Map([[what, ours]]));

describe('compareVerdicts', () => {
  it('finds nothing where all is alike', () => {
    expect(compare(taken({ size: 1 }), taken({ size: 1 }))).toEqual([]);
    expect(compare(refused('a', 'b'), refused('a', 'b'))).toEqual([]);
  });

  it('finds what one takes and the other does not', () => {
    expect(compare(taken({}), refused('spec.size: Required value'))).toEqual([
      'a request: is taken, and refused (spec.size: Required value) by the other',
    ]);
  });

  it('finds other reasons and other defaults', () => {
    expect(compare(refused('a'), refused('b'))).toHaveLength(1);
    expect(compare(taken({ list: [] }), taken({}))).toEqual([
      'a request: list becomes [], and undefined by the other',
    ]);
  });

  it('asks nobody what becomes of it who does not know', () => {
    const ours: Verdict = { isTaken: true, causes: [] };

    expect(compare(taken({ size: 1 }), ours)).toEqual([]);
  });

  it('lets everybody refuse a Promise in their own words', () => {
    expect(compare(refused('a'), refused('b'), 'promise')).toEqual([]);
  });

  it('finds what was not judged', () => {
    const theirs = new Map([['a request', taken({})]]);

    expect(compareVerdicts(theirs, new Map())).toEqual([
      'a request: was not judged',
    ]);
  });
});
