import { readStructuralSchema } from './readStructuralSchema';
import { validateListTypes } from './validateListTypes';
import { cpuMs } from '../__testUtils__/cpuMs';

const set = readStructuralSchema({
  type: 'array',
  'x-kubernetes-list-type': 'set',
  items: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
});

const fieldsOf = (list: readonly unknown[]) =>
  validateListTypes(list, set, 'spec').map(({ field }) => field);

describe('validateListTypes', () => {
  it.each<[string, readonly unknown[], readonly string[]]>([
    ['what differs', [1, '1', true, 'true', null, 'null'], []],
    [
      'the order of fields',
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      ['spec[1]'],
    ],
    ['what is absent', [{ a: 1, b: undefined }, { a: 1 }], ['spec[1]']],
    ['the order of entries', [{ a: [1, 2] }, { a: [2, 1] }], []],
    ['what is there three times', ['a', 'a', 'b', 'a'], ['spec[1]']],
  ])('compares entries of a set: %s', (_, list, fields) => {
    expect(fieldsOf(list)).toEqual(fields);
  });

  it('is done with a list as long as a request can be at once', () => {
    const list = Array.from({ length: 200_000 }, (_, index) => index);
    const start = cpuMs();

    expect(fieldsOf([...list, 7])).toEqual(['spec[200000]']);
    expect(cpuMs() - start).toBeLessThan(5_000);
  });
});
