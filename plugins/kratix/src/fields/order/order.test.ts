import type { ValidateResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fetched } from '../../api';
import { englishTexts } from '../../translation/__testUtils__/englishTexts';
import { addProblems } from './spec/addProblems';
import { diffLines } from './check/diffLines';
import { judgeCheck } from './check/judgeCheck';
import { lockFields } from './spec/lockFields';
import { readOrder } from './readOrder';

describe('diffLines', () => {
  it.each([
    ['a\n', 'a\n', []],
    ['a\nb\n', 'a\nc\n', [' a', '-b', '+c']],
    ['a\n', 'a\nb\n', [' a', '+b']],
    ['a\nb\nc\n', 'c\n', ['-a', '-b', ' c']],
    [
      '1\n2\n3\n4\n5\n',
      '1\n2\n3\n4\n6\n',
      [' …', ' 2', ' 3', ' 4', '-5', '+6'],
    ],
  ])('of %j and %j', (before, after, lines) => {
    expect(diffLines(before, after)).toEqual(lines);
  });

  it('gives both texts back', () => {
    const before = 'k\na\nb\nc\nd\nz\n';
    const after = 'k\nb\nx\nd\nc\nz\n';

    const lines = diffLines(before, after);

    const side = (sign: string) =>
      lines
        .filter(line => line.startsWith(' ') || line.startsWith(sign))
        .map(line => `${line.slice(1)}\n`)
        .join('');
    expect([side('-'), side('+')]).toEqual([before, after]);
  });
});

describe('lockFields', () => {
  it('locks what stands, and only that', () => {
    const ui = { a: { 'ui:order': ['b'] }, c: {} };

    const locked = lockFields(ui, [['a', 'b'], ['a', 'x'], ['c'], ['d']], {
      a: { b: 1 },
      d: false,
    });

    const off = { 'ui:disabled': true, 'ui:readonly': true };
    expect(locked).toEqual({ a: { 'ui:order': ['b'], b: off }, c: {}, d: off });
  });
});

describe('addProblems', () => {
  it('says something of the field itself, or the form would go on', () => {
    const errors: string[] = [];
    const field = { addError: (message: string) => errors.push(message) };

    addProblems(
      field,
      [
        { way: ['a', '0', 'b'], message: 'one' },
        { way: ['a'], message: 'two' },
        { way: ['a', '0', 'b'], message: 'three' },
      ],
      englishTexts(),
    );

    expect(errors).toEqual(['3 fields need another look; nothing was sent.']);
    expect(field).toMatchObject({
      a: { __errors: ['two'], 0: { b: { __errors: ['one', 'three'] } } },
    });
  });
});

describe('readOrder', () => {
  it.each([
    [{ objname: 'a', objnamespace: 'n' }, 'create'],
    [{ objname: 'a', objnamespace: 'n', mode: 'change' }, 'change'],
    [{ objname: 'a' }, undefined],
    [{ objname: '', objnamespace: 'n' }, undefined],
    [undefined, undefined],
  ])('of %j is %s', (formData, mode) => {
    expect(readOrder(formData)?.mode).toBe(mode);
  });
});

describe('judgeCheck', () => {
  type Answer = Fetched<ValidateResponse>;
  const refusal = (path: string): Answer => ({
    ok: true,
    value: { ok: false, message: 'm', errors: [{ path, message: 'm' }] },
  });
  const unknown = (reason: 'forbidden' | 'unreachable'): Answer => ({
    ok: true,
    value: { ok: false, reason, message: 'm', errors: [] },
  });
  const problem = (kind: 'forbidden' | 'noAnswer'): Answer => ({
    ok: false,
    problem: { kind, message: 'm' },
  });

  it.each<[Answer, boolean, string, boolean]>([
    [{ ok: true, value: { ok: true, spec: {} } }, false, 'accepted', false],
    [refusal('spec.a'), false, 'refused', true],
    [refusal('spec.a'), true, 'refused', true],
    [refusal(''), false, 'refused', true],
    [refusal(''), true, 'refused', false],
    [unknown('forbidden'), false, 'forbidden', true],
    [unknown('forbidden'), true, 'forbidden', false],
    [unknown('unreachable'), false, 'unknown', false],
    [problem('forbidden'), true, 'forbidden', true],
    [problem('noAnswer'), false, 'unknown', false],
  ])('of %j, reviewed %s: %s', (answer, isReviewed, state, holdsBack) => {
    expect(judgeCheck(answer, isReviewed)).toMatchObject({ state, holdsBack });
  });
});
