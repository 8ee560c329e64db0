import { platformNamed } from '../__testUtils__/redis';
import { findOrderNamespaces } from './findOrderNamespaces';

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

describe('findOrderNamespaces', () => {
  it.each([
    { patterns: [], expected: ['default', 'team-a', 'team-b'] },
    { patterns: ['team-*'], expected: ['team-a', 'team-b'] },
    {
      patterns: ['team-a', 'kratix-*'],
      expected: ['kratix-platform-system', 'team-a'],
    },
  ])('suggests, with patterns $patterns, $expected', example => {
    const platform = { ...platformNamed('dev'), namespaces: example.patterns };

    expect(findOrderNamespaces(cluster, platform)).toEqual(example.expected);
  });
});
