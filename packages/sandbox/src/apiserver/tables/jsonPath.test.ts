import { shortDuration } from './commonColumns';
import { compileJsonPath } from './jsonPath';

const object = {
  spec: { size: 'small', 'a.b': 1, list: [{ n: 1 }, { n: 2 }] },
  status: {
    conditions: [
      { type: 'Ready', status: 'True' },
      { type: 'Other', status: 'False' },
    ],
  },
  metadata: { labels: { 'kratix.io/promise-name': 'redis' } },
};

describe('compileJsonPath', () => {
  it.each([
    ['.spec.size', ['small']],
    ['{.spec.size}', ['small']],
    ['.spec.none', []],
    ['.spec.a\\.b', [1]],
    [".metadata.labels['kratix.io/promise-name']", ['redis']],
    ['.metadata.labels.kratix\\.io/promise-name', ['redis']],
    ['.spec.list[0].n', [1]],
    ['.spec.list[*].n', [1, 2]],
    ['.spec.list[-1].n', [2]],
    ['.status.conditions[?(@.type=="Ready")].status', ['True']],
    [".status.conditions[?(@.type=='Other')].status", ['False']],
    ['.spec.list[?(@.n>1)].n', [2]],
    ['.constructor', []],
    ['.spec[', []],
  ])('%s finds %j', (path, expected) => {
    expect(compileJsonPath(path)(object)).toEqual(expected);
  });
});

describe('shortDuration', () => {
  it.each([
    [5, '5s'],
    [119, '119s'],
    [125, '2m5s'],
    [3600, '60m'],
    [3 * 3600 + 60, '3h1m'],
    [47 * 3600, '47h'],
    [49 * 3600, '2d1h'],
    [400 * 86_400, '400d'],
    [800 * 86_400, '2y70d'],
  ])('of %d seconds is %s', (seconds, expected) => {
    expect(shortDuration(seconds * 1000)).toBe(expected);
  });
});
