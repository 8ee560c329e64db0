import { findLeftOut } from './findLeftOut';

describe('findLeftOut', () => {
  it.each<[string, unknown, unknown, string[]]>([
    [
      'nothing of what is kept',
      { a: 1, b: { c: 'x' } },
      { a: 1, b: { c: 'x' } },
      [],
    ],
    ['what the platform adds', {}, { a: 1 }, []],
    ['what was written otherwise', { port: '80' }, { port: 80 }, []],
    [
      'what nobody filled in',
      { a: '', b: [], c: {}, d: undefined, e: null, f: { g: [{}, ''] } },
      {},
      [],
    ],
    [
      'false and zero, which are values',
      { a: false, b: 0 },
      {},
      ['spec.a', 'spec.b'],
    ],
    [
      'a part as a whole',
      { backup: { keep: 3, at: '1' } },
      {},
      ['spec.backup'],
    ],
    [
      'one field of a part',
      { b: { keep: 3, at: '1' } },
      { b: { keep: 3 } },
      ['spec.b.at'],
    ],
    [
      'a field of an entry, beside an empty one',
      { users: [{}, { name: 'a', shoe: 4 }] },
      { users: [{ name: 'a' }] },
      ['spec.users[0].shoe'],
    ],
    [
      'a name that every object has',
      { constructor: 'x' },
      {},
      ['spec.constructor'],
    ],
  ])('tells of %s', (_what, given, stored, expected) => {
    expect(findLeftOut(given, stored)).toEqual(expected);
  });
});
