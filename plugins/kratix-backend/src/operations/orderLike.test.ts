import { orderLike } from './orderLike';

describe('orderLike', () => {
  it.each([
    [{ b: 1, a: 2 }, { a: 0, b: 0 }, '{"a":2,"b":1}'],
    [{ c: 1, b: 1, a: 2 }, { a: 0, x: 0 }, '{"a":2,"c":1,"b":1}'],
    [{ z: { b: 1, a: 2 } }, { z: { a: 0 } }, '{"z":{"a":2,"b":1}}'],
    [
      [
        { b: 1, a: 2 },
        { b: 1, a: 2 },
      ],
      [{ a: 0 }],
      '[{"a":2,"b":1},{"b":1,"a":2}]',
    ],
    [{ b: 1, a: null }, undefined, '{"b":1,"a":null}'],
    [{ b: 1, a: [] }, ['a'], '{"b":1,"a":[]}'],
  ])('orders %j like %j', (value, model, text) => {
    expect(JSON.stringify(orderLike(value, model))).toBe(text);
  });
});
