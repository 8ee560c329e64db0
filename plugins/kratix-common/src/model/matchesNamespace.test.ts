import { matchesNamespace } from './matchesNamespace';

describe('matchesNamespace', () => {
  it.each<[string, string[], boolean]>([
    ['anything', [], true],
    ['team-a', ['team-a'], true],
    ['team-a', ['team-b'], false],
    ['team-a', ['team-b', 'team-*'], true],
    ['team-', ['team-*'], true],
    ['my-team-a', ['team-*'], false],
    ['my-team-a', ['*-team-*'], true],
    ['a-b', ['a*b'], true],
    ['ab', ['ab*ab'], false],
    ['abab', ['ab*ab'], true],
    ['x-one-y-two-z', ['x*one*two*z'], true],
    ['x-two-y-one-z', ['x*one*two*z'], false],
    ['a', ['*'], true],
    ['a.b', ['a-b'], false],
  ])('%s against %j: %s', (namespace, patterns, expected) => {
    expect(matchesNamespace(namespace, patterns)).toBe(expected);
  });

  it('is quick for a pattern of many stars', () => {
    const pattern = `${'a*'.repeat(25)}b`;

    expect(matchesNamespace('a'.repeat(63), [pattern])).toBe(false);
  });
});
