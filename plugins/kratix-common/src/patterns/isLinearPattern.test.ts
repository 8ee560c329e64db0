import { isLinearPattern } from './isLinearPattern';
import { cpuMs } from '../__testUtils__/cpuMs';

describe('isLinearPattern', () => {
  it.each([
    ['the name of a Kubernetes object', '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$'],
    [
      'a domain',
      '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    ],
    [
      'a quantity',
      '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$',
    ],
    ['a duration', '^([0-9]+(\\.[0-9]+)?(ns|us|ms|s|m|h))+$'],
    ['an address', '^\\d{1,3}(\\.\\d{1,3}){3}$'],
    ['a time', '^(?:[01]\\d|2[0-3]):[0-5]\\d$'],
    ['a web address', '^https?://.+$'],
    ['a version', '^v?\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?$'],
    ['a choice', '^(small|medium|large)$'],
    ['a part', 'abc|def|[0-9]'],
    ['anything', '.+'],
    ['letters with accents', '^\\p{L}+$'],
  ])('takes %s', (_, pattern) => {
    expect(isLinearPattern(pattern)).toBe(true);
  });

  it.each([
    '^(a+)+$',
    '^(a|a)*$',
    '^(a|aa)+$',
    '^(a|b|ab)*c$',
    '(x+x+)+y',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '^(\\w+\\s?)*$',
    '^((ab)*)*$',
    '^((a{0,50}){0,50}){0,50}$',
    '(a?){30}a{30}',
    '^(.*a){20}$',
    '^a*a*a*b$',
    '.*foo.*',
    'a+$',
    'a+b^c',
    `^${'(a|a)'.repeat(30)}$`,
    `^${'a?'.repeat(30)}${'a'.repeat(30)}$`,
    `^${'(a*|b*)'.repeat(20)}x$`,
    `^${'(|)'.repeat(20)}x$`,
    '^(a)\\1*$',
    '^(?=a+)+b$',
    '(',
    `^${'a'.repeat(600)}$`,
  ])('refuses %s', pattern => {
    expect(isLinearPattern(pattern)).toBe(false);
  });

  it('takes little time for what it cannot judge', () => {
    const crowded = `^(${Array.from({ length: 45 }, () => '[a-z]x').join(
      '|',
    )})*$`;
    const begin = cpuMs();

    expect(isLinearPattern(crowded)).toBe(false);
    expect(cpuMs() - begin).toBeLessThan(1_000);
  });

  it('takes patterns that are quick where they do not match', () => {
    const slow =
      '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$';
    const begin = cpuMs();

    expect(new RegExp(slow, 'u').test(`${'a'.repeat(20_000)}!`)).toBe(false);
    expect(cpuMs() - begin).toBeLessThan(1_000);
  });
});
