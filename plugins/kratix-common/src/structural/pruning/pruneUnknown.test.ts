import { variedSchema } from '../__fixtures__/variedSchema';
import { pruneUnknown } from './pruneUnknown';
import { readStructuralSchema } from '../readStructuralSchema';

describe('pruneUnknown', () => {
  it.each([
    [{ spec: { colour: 'red' } }, { spec: {} }, ['spec.colour']],
    [
      { other: 1, kind: 'K', metadata: { name: 'a' } },
      { kind: 'K', metadata: { name: 'a' } },
      ['other'],
    ],
    [
      { spec: { free: { any: 1, strict: { no: 1 } } } },
      { spec: { free: { any: 1, strict: {} } } },
      ['spec.free.strict.no'],
    ],
    [
      { spec: { map: { k: { size: 1, no: 1 } } } },
      { spec: { map: { k: { size: 1 } } } },
      ['spec.map.k.no'],
    ],
    [
      { spec: { list: [{ a: 'x' }, { b: 'y' }] } },
      { spec: { list: [{ a: 'x' }, {}] } },
      ['spec.list[1].b'],
    ],
    [
      { spec: { embedded: { kind: 'K', metadata: {}, no: 1 } } },
      { spec: { embedded: { kind: 'K', metadata: {} } } },
      ['spec.embedded.no'],
    ],
  ])('turns %j into %j', (value, expected, removed) => {
    expect(pruneUnknown(value, variedSchema, { isRoot: true })).toEqual(
      removed,
    );
    expect(value).toEqual(expected);
  });

  it('takes what is no whole object as it is described', () => {
    const value = { kind: 'K', metadata: {}, spec: {} };

    expect(pruneUnknown(value, variedSchema, { isRoot: false })).toEqual([
      'kind',
      'metadata',
    ]);
  });

  it('follows entries and values that nothing describes, as the API server does', () => {
    const open = readStructuralSchema({
      type: 'object',
      additionalProperties: true,
    });
    const value = { a: 1, b: { c: 1 } };

    expect(pruneUnknown(value, open, { isRoot: true })).toEqual(['b.c']);
    expect(value).toEqual({ a: 1, b: {} });
  });
});
