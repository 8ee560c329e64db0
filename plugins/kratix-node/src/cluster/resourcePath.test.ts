import { isEarlierVersion } from './watch/isEarlierVersion';
import { resourcePath } from './resourcePath';

describe('resourcePath', () => {
  const redis = { group: 'example.org', version: 'v1', plural: 'redises' };

  it.each([
    [redis, '/apis/example.org/v1/redises'],
    [
      { ...redis, namespace: 'team-a', name: 'one' },
      '/apis/example.org/v1/namespaces/team-a/redises/one',
    ],
    [
      { group: '', version: 'v1', plural: 'namespaces', name: 'team-a' },
      '/api/v1/namespaces/team-a',
    ],
    [
      { ...redis, namespace: 'a/b', name: '../x?dryRun=All#y' },
      '/apis/example.org/v1/namespaces/a%2Fb/redises/..%2Fx%3FdryRun%3DAll%23y',
    ],
  ])('%j is at %s', (resource, path) => {
    expect(resourcePath(resource)).toBe(path);
  });

  it.each(['', '.', '..'])('refuses the name "%s"', name => {
    expect(() => resourcePath({ ...redis, namespace: 'a', name })).toThrow(
      'is not a name that a cluster can have',
    );
  });
});

describe('isEarlierVersion', () => {
  it.each([
    ['9', '10', true],
    ['10', '9', false],
    ['10', '10', false],
    ['99999999999999999999998', '99999999999999999999999', true],
    ['', '10', false],
    ['abc', '10', false],
    ['9', 'v10', false],
  ])('%s before %s: %s', (version, than, expected) => {
    expect(isEarlierVersion(version, than)).toBe(expected);
  });
});
