import { platformNamed } from '../__testUtils__/redis';
import { toNamespacesResponse } from './toNamespacesResponse';

const named = (name: string, isTerminating = false) => ({
  name,
  resourceVersion: '1',
  labels: {},
  annotations: {},
  isTerminating,
});
const cluster = [
  named('team-b'),
  named('team-a'),
  named('team-old', true),
  named('default'),
  named('kube-system'),
  named('kratix-platform-system'),
];

describe('toNamespacesResponse', () => {
  it.each([
    { patterns: [], expected: ['default', 'team-a', 'team-b'] },
    { patterns: ['team-*'], expected: ['team-a', 'team-b'] },
    {
      patterns: ['team-a', 'kratix-*'],
      expected: ['kratix-platform-system', 'team-a'],
    },
  ])('suggests, with patterns $patterns, $expected', example => {
    const platform = { ...platformNamed('dev'), namespaces: example.patterns };

    expect(toNamespacesResponse(cluster, platform)).toEqual({
      namespaces: example.expected,
      isComplete: true,
    });
  });

  it('ends somewhere, and says so', () => {
    const many = Array.from({ length: 1_001 }, (_, index) =>
      named(`n${index}`),
    );

    const { namespaces, isComplete } = toNamespacesResponse(
      many,
      platformNamed('dev'),
    );

    expect(namespaces).toHaveLength(1_000);
    expect(isComplete).toBe(false);
  });
});
