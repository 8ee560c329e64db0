import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { resolveActor } from './resolveActor';

const services = {
  auth: mockServices.auth(),
  userInfo: mockServices.userInfo({
    userEntityRef: 'user:default/ana',
    ownershipEntityRefs: ['user:default/ana', 'group:default/team-a'],
  }),
};

const platform = (
  identity: 'impersonate' | 'user-token' | 'service-account',
) => ({
  title: 'Development',
  identity,
});

describe('resolveActor', () => {
  it.each(['impersonate', 'service-account'] as const)(
    'is the person who started the task (%s), without any token',
    async identity => {
      const actor = await resolveActor(
        mockCredentials.user('user:default/ana'),
        platform(identity),
        { ...services, secrets: { kratixUserToken: 'secret' } },
      );

      expect(actor).toEqual({
        type: 'user',
        userEntityRef: 'user:default/ana',
        ownershipEntityRefs: ['user:default/ana', 'group:default/team-a'],
      });
    },
  );

  it("hands the person's own token through where the platform asks for it", async () => {
    const credentials = mockCredentials.user('user:default/ana');

    const actor = await resolveActor(credentials, platform('user-token'), {
      ...services,
      secrets: { kratixUserToken: 'secret' },
    });

    expect(actor).toMatchObject({ type: 'user', token: 'secret' });
    await expect(
      resolveActor(credentials, platform('user-token'), {
        ...services,
        secrets: undefined,
      }),
    ).rejects.toThrow(/needs your own token/);
  });

  it('is the portal for a service, only where the platform knows no persons', async () => {
    const credentials = mockCredentials.service();
    const options = { ...services, secrets: undefined };

    expect(
      await resolveActor(credentials, platform('service-account'), options),
    ).toEqual({ type: 'portal' });
    for (const identity of ['impersonate', 'user-token'] as const) {
      await expect(
        resolveActor(credentials, platform(identity), options),
      ).rejects.toThrow(/no person started this task/);
    }
  });
});
