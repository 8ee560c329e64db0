import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { requireReadable } from './requireReadable';

const options = {
  credentials: mockCredentials.user(),
  ref: { platform: 'dev', promise: 'redis', namespace: 'a', name: 'b' },
  graceMs: 50,
};

const deciding = (
  ...results: (AuthorizeResult.ALLOW | AuthorizeResult.DENY)[]
) =>
  mockServices.permissions.mock({
    authorize: async () => [
      { result: results.shift() ?? AuthorizeResult.DENY },
    ],
  });

describe('requireReadable', () => {
  it('waits a moment for the decision to change', async () => {
    const permissions = deciding(AuthorizeResult.DENY, AuthorizeResult.ALLOW);

    await expect(
      requireReadable(permissions, options),
    ).resolves.toBeUndefined();
    expect(permissions.authorize).toHaveBeenCalledTimes(2);
  });

  it('says the same of what is hidden and what is not there', async () => {
    await expect(requireReadable(deciding(), options)).rejects.toThrow(
      'You may not see a/b: Backstage does not give you the permission kratix.request.read, or there is no such request',
    );
  });

  it('stops when it is aborted', async () => {
    const stop = new AbortController();
    const asked = requireReadable(deciding(), {
      ...options,
      graceMs: 60_000,
      signal: stop.signal,
    });

    stop.abort();

    await expect(asked).rejects.toThrow(/abort/i);
  });
});
