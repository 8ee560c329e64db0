import { readOwnerRef } from './readOwnerRef';

describe('readOwnerRef', () => {
  it.each([
    ['team-a', 'group:default/team-a'],
    ['Group:Default/Team-A', 'group:default/team-a'],
    [' user:ana ', 'user:default/ana'],
  ])('reads %j as %s', (text, ref) => {
    expect(readOwnerRef(text)).toBe(ref);
  });

  it.each(['x y', '', 'component:default/redis', 'a:b:c'])(
    'takes %j for nobody',
    text => {
      expect(readOwnerRef(text)).toBeUndefined();
    },
  );
});
