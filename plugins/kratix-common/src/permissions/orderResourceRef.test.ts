import { parseOrderResourceRef, toOrderResourceRef } from './orderResourceRef';

describe('orderResourceRef', () => {
  it.each([
    { platform: 'dev', promise: 'redis', namespace: 'team-a' },
    { platform: 'dev', promise: 'a/b', namespace: 'c' },
  ])('names %j so that it can be read back', order => {
    expect(parseOrderResourceRef(toOrderResourceRef(order))).toEqual(order);
  });

  it.each(['', 'dev/redis', 'dev/redis/team-a/x', 'a//c', '%/b/c'])(
    'takes %j for no order',
    value => {
      expect(parseOrderResourceRef(value)).toBeUndefined();
    },
  );
});
