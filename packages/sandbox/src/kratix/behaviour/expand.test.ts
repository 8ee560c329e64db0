import { expandText, expandValue } from './expand';

const scope = {
  metadata: { name: 'one', namespace: 'team-a' },
  spec: { size: 3, list: [{ a: 'b' }], nothing: null },
};

describe('expandText', () => {
  it.each([
    ['$(metadata.name).$(metadata.namespace)', 'one.team-a'],
    ['$(spec.size) GiB', '3 GiB'],
    ['$(spec.list[0].a)', 'b'],
    ['$(spec.missing|small)', 'small'],
    ['$(spec.missing)', ''],
    ['$(spec.nothing|x)', 'x'],
    ['$(metadata.constructor)', ''],
    ['$((1+1)) and $HOME stay', '$((1+1)) and $HOME stay'],
  ])('makes %s into %s', (text, expected) => {
    expect(expandText(text, scope)).toBe(expected);
  });
});

describe('expandValue', () => {
  it('keeps the type of a value that is one reference only', () => {
    expect(
      expandValue({ a: '$(spec.size)', b: ['n=$(spec.size)'], c: true }, scope),
    ).toEqual({ a: 3, b: ['n=3'], c: true });
  });
});
