import {
  parseRequestResourceRef,
  toRequestResourceRef,
} from './requestResourceRef';

describe('requestResourceRef', () => {
  it.each([
    { platform: 'dev', promise: 'redis', namespace: 'team-a', name: 'cache' },
    { platform: 'dev', promise: 'a.b', namespace: 'c', name: 'd.e' },
  ])('names %j so that it can be read back', ref => {
    expect(parseRequestResourceRef(toRequestResourceRef(ref))).toEqual(ref);
  });

  it.each([
    '',
    'dev',
    'dev/redis/team-a',
    'dev/redis/team-a/x/y',
    'a/b//d',
    '%/b/c/d',
  ])('takes %j for no request', value => {
    expect(parseRequestResourceRef(value)).toBeUndefined();
  });
});
