import type { ReactNode } from 'react';
import { renderHook, waitFor } from '@testing-library/react';
import { TestApiProvider } from '@backstage/test-utils';
import { aRequest } from '../../../__fixtures__';
import { kratixApiRef } from '../../../api';
import { useStandingRequest } from './useStandingRequest';
import { useStandingSecrets } from './useStandingSecrets';

const options = { platform: 'dev', promise: 'db', hasSecrets: true };
const asked = { objname: 'orders', objnamespace: 'team-a' };

function fill(
  whole: Record<string, unknown>,
  { hasSecrets = true }: { readonly hasSecrets?: boolean } = {},
) {
  const fetchRequest = jest.fn(async () => ({
    ok: true as const,
    value: {
      ...aRequest(0),
      spec: { pin: '1234', note: 'n' },
      secretPaths: ['pin'],
    },
  }));
  const onChange = jest.fn();
  renderHook(
    () =>
      useStandingSecrets(
        useStandingRequest({ ...options, hasSecrets }, whole),
        { formData: { note: 'mine' }, onChange },
      ),
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <TestApiProvider apis={[[kratixApiRef, { fetchRequest }]]}>
          {children}
        </TestApiProvider>
      ),
    },
  );
  return { fetchRequest, onChange };
}

describe('useStandingRequest', () => {
  it('fills in, once, what the address of a change does not bring', async () => {
    const { fetchRequest, onChange } = fill({ ...asked, mode: 'change' });

    await waitFor(() => expect(onChange).toHaveBeenCalled());
    expect(onChange.mock.calls).toEqual([[{ note: 'mine', pin: '1234' }]]);
    expect(fetchRequest).toHaveBeenCalledWith(
      { platform: 'dev', promise: 'db', namespace: 'team-a', name: 'orders' },
      expect.anything(),
    );
  });

  it.each([
    ['an order', asked, {}],
    [
      'a service without secrets or locked fields',
      { ...asked, mode: 'change' },
      { hasSecrets: false },
    ],
  ])('asks nothing for %s', (_, whole, more) => {
    expect(fill(whole, more).fetchRequest).not.toHaveBeenCalled();
  });
});
