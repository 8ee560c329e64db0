import type { ImpersonationConfig } from '../config/KratixConfig';
import type { Actor } from '../service/KratixService';
import { toClusterIdentity } from './toClusterIdentity';

const ana: Actor = {
  type: 'user',
  userEntityRef: 'user:default/ana',
  ownershipEntityRefs: [
    'user:default/ana',
    'group:default/team-a',
    'group:partner/admins',
  ],
};
const asRefs: ImpersonationConfig = {
  names: 'ref',
  userPrefix: '',
  groupPrefix: '',
};

describe('toClusterIdentity', () => {
  it.each(['impersonate', 'user-token', 'service-account'] as const)(
    'asks as the portal for the portal itself (%s)',
    identity => {
      expect(
        toClusterIdentity(
          { type: 'portal' },
          { name: 'dev', identity },
          asRefs,
        ),
      ).toEqual({ type: 'portal' });
    },
  );

  it('impersonates the user and every group by reference', () => {
    expect(
      toClusterIdentity(ana, { name: 'dev', identity: 'impersonate' }, asRefs),
    ).toEqual({
      type: 'impersonate',
      user: 'user:default/ana',
      groups: ['group:default/team-a', 'group:partner/admins'],
    });
  });

  it('impersonates by name with prefixes, and never mixes up namespaces', () => {
    expect(
      toClusterIdentity(
        ana,
        { name: 'dev', identity: 'impersonate' },
        { names: 'name', userPrefix: 'u:', groupPrefix: 'g:' },
      ),
    ).toEqual({
      type: 'impersonate',
      user: 'u:ana',
      groups: ['g:team-a', 'g:partner/admins'],
    });
  });

  it('hands the token of the user through, and refuses to go without', () => {
    const platform = { name: 'dev', identity: 'user-token' } as const;

    expect(
      toClusterIdentity({ ...ana, token: 'hers' }, platform, asRefs),
    ).toEqual({ type: 'token', token: 'hers' });
    expect(() => toClusterIdentity(ana, platform, asRefs)).toThrow(
      expect.objectContaining({ name: 'NotAllowedError' }),
    );
  });

  it('asks as the portal where the platform knows only that', () => {
    expect(
      toClusterIdentity(
        ana,
        { name: 'dev', identity: 'service-account' },
        asRefs,
      ),
    ).toEqual({ type: 'portal' });
  });
});
