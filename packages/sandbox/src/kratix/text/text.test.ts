import { revisionName } from '../revision/revisions';
import { parseDuration } from './duration';
import { md5OfSpec } from './md5';
import { deterministicName, suffixedName } from './names';

describe('parseDuration', () => {
  it.each([
    ['2s', 2_000],
    ['1m30s', 90_000],
    ['1.5h', 5_400_000],
    ['250ms', 250],
    ['3d', 259_200_000],
    ['0', 0],
    ['2', undefined],
    ['', undefined],
    ['2s later', undefined],
  ])('%s', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });
});

describe('names', () => {
  it('names a revision as Kratix does', () => {
    // From the domain reference: version v0.1.0 of redis.
    expect(revisionName('redis', 'v0.1.0')).toBe('redis-77ba1');
  });

  it('keeps names within 63 characters, cut at something alphanumeric', () => {
    const name = suffixedName(`${'a'.repeat(55)}-${'b'.repeat(20)}`, '12345');

    expect(name).toBe(`${'a'.repeat(55)}-12345`);
    expect(deterministicName('x')).toBe(deterministicName('x'));
  });
});

describe('md5OfSpec', () => {
  it('does not depend on the order of keys', () => {
    expect(md5OfSpec({ a: 1, b: { c: 2, d: 3 } })).toBe(
      md5OfSpec({ b: { d: 3, c: 2 }, a: 1 }),
    );
  });
});
