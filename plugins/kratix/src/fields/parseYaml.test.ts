import { parseYaml } from './parseYaml';
import { printYaml } from './printYaml';

describe('parseYaml', () => {
  it.each([
    ['', undefined],
    ['  \n', undefined],
    ['a: 1', { a: 1 }],
    ['- x\n- y: true', ['x', { y: true }]],
    ['{"a": {"b": null}}', { a: { b: null } }],
    ['hello', 'hello'],
    ['date: 2026-01-01', { date: '2026-01-01' }],
    ['# only a comment', null],
  ])('reads %j', (text, value) => {
    expect(parseYaml(text)).toEqual({ ok: true, value });
  });

  it('names the line where it stops meaning anything', () => {
    expect(parseYaml('a: 1\nb: [1, 2\n')).toMatchObject({
      ok: false,
      line: expect.any(Number),
      message: expect.stringMatching(/\S/),
    });
    expect(parseYaml('a: 1\n\tb: 2')).toMatchObject({ ok: false, line: 2 });
  });

  it.each([
    ['infinity', 'a: .inf'],
    ['not a number', 'a: .nan'],
    ['two documents', 'a: 1\n---\nb: 2'],
    ['a key twice', 'a: 1\na: 2'],
    [
      'aliases that blow up',
      `a: &a [x,x,x,x,x,x,x,x,x]
b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]
c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]
d: [*c,*c,*c,*c,*c,*c,*c,*c,*c]`,
    ],
  ])('refuses %s', (_what, text) => {
    expect(parseYaml(text)).toMatchObject({ ok: false });
  });
});

describe('printYaml', () => {
  it.each([
    [undefined, ''],
    [{ a: { b: [1] } }, 'a:\n  b:\n    - 1\n'],
    ['a: [1', 'a: [1'],
    [null, 'null\n'],
  ])('prints %j', (value, text) => {
    expect(printYaml(value)).toBe(text);
  });
});
