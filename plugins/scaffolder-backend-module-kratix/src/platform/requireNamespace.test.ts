import { requireNamespace } from './requireNamespace';

const platform = (...namespaces: string[]) =>
  ({ title: 'Development', namespaces } as unknown as Parameters<
    typeof requireNamespace
  >[0]);

describe('requireNamespace', () => {
  it.each([
    [[], 'anything'],
    [['team-*'], 'team-a'],
    [['team-*', 'shared'], 'shared'],
    [['*-dev'], 'team-a-dev'],
  ])('with %j lets %s be', (patterns, namespace) => {
    expect(() =>
      requireNamespace(platform(...patterns), namespace),
    ).not.toThrow();
  });

  it.each([
    [['team-*'], 'kube-system'],
    [['team-*'], 'my-team-a'],
    [['shared'], 'shared2'],
    [['a.b'], 'axb'],
  ])('with %j refuses %s, and says what is allowed', (patterns, namespace) => {
    expect(() => requireNamespace(platform(...patterns), namespace)).toThrow(
      `only in ${patterns.join(', ')}`,
    );
  });
});
