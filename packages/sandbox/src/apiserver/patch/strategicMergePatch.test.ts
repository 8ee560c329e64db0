import type { JsonSchema } from '../schema/JsonSchema';
import { jsonPatch } from './jsonPatch';
import { mergePatch } from './mergePatch';
import { strategicMergePatch } from './strategicMergePatch';

const schema: JsonSchema = {
  type: 'object',
  properties: {
    items: {
      type: 'array',
      'x-kubernetes-patch-strategy': 'merge',
      'x-kubernetes-patch-merge-key': 'name',
      items: { type: 'object', properties: { name: {}, tags: {} } },
    },
    words: { type: 'array', 'x-kubernetes-patch-strategy': 'merge' },
    atomic: { type: 'array' },
  },
};

describe('strategicMergePatch', () => {
  it.each([
    [{ atomic: [1] }, { atomic: [2] }, { atomic: [2] }],
    [{ words: ['a'] }, { words: ['b'] }, { words: ['a', 'b'] }],
    [
      { words: ['a', 'b'] },
      { '$deleteFromPrimitiveList/words': ['a'] },
      { words: ['b'] },
    ],
    [
      { items: [{ name: 'a', x: 1 }, { name: 'b' }] },
      { items: [{ name: 'a', y: 2 }] },
      { items: [{ name: 'a', x: 1, y: 2 }, { name: 'b' }] },
    ],
    [
      { items: [{ name: 'a' }, { name: 'b' }] },
      { items: [{ name: 'a', $patch: 'delete' }] },
      { items: [{ name: 'b' }] },
    ],
    [
      { items: [{ name: 'a' }] },
      { items: [{ $patch: 'replace' }, { name: 'c' }] },
      { items: [{ name: 'c' }] },
    ],
    [
      { items: [{ name: 'a' }, { name: 'b' }] },
      { '$setElementOrder/items': [{ name: 'b' }, { name: 'a' }] },
      { items: [{ name: 'b' }, { name: 'a' }] },
    ],
    [
      { map: { a: 1, b: 2 } },
      { map: { $retainKeys: ['b'], b: 3 } },
      { map: { b: 3 } },
    ],
    [
      { map: { a: 1 } },
      { map: { $patch: 'replace', c: 1 } },
      { map: { c: 1 } },
    ],
    [{ map: { a: 1, b: 2 } }, { map: { a: null } }, { map: { b: 2 } }],
  ])('lays %j under %j', (target, patch, expected) => {
    expect(strategicMergePatch(target, patch, schema)).toEqual(expected);
  });
});

describe('mergePatch', () => {
  it.each([
    [{ a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    [{ a: { b: 1, c: 2 } }, { a: { b: null } }, { a: { c: 2 } }],
    [{ a: [1, 2] }, { a: [3] }, { a: [3] }],
    [{ a: 1 }, { a: { b: { c: null } } }, { a: { b: {} } }],
  ])('lays %j under %j', (target, patch, expected) => {
    expect(mergePatch(target, patch)).toEqual(expected);
  });

  it('does not reach the prototype of anything', () => {
    const patched = mergePatch({}, JSON.parse('{"__proto__": {"a": 1}}'));

    expect(({} as { a?: number }).a).toBeUndefined();
    expect(Object.keys(patched as object)).toEqual(['__proto__']);
  });
});

describe('jsonPatch', () => {
  it('refuses a test that fails with 422', () => {
    expect(() =>
      jsonPatch({ a: 1 }, [{ op: 'test', path: '/a', value: 2 }]),
    ).toThrow('the server rejected our request due to an error in our request');
  });

  it('leaves its target alone', () => {
    const target = { a: [1] };

    expect(jsonPatch(target, [{ op: 'add', path: '/a/-', value: 2 }])).toEqual({
      a: [1, 2],
    });
    expect(target).toEqual({ a: [1] });
  });
});
