import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { TestApiProvider } from '@backstage/test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import type { KratixSignal } from '@kratix-portal/backstage-plugin-kratix-common';
import { aKratixApi, aRequestList } from '../__fixtures__';
import { kratixApiRef } from '../api';
import { useRequests } from './useRequests';

const hint: KratixSignal = { type: 'changed', platform: 'dev', topics: ['x'] };

function setUp() {
  const listeners = new Set<(hint: KratixSignal) => void>();
  const fetchRequests = jest.fn(
    async () => ({ ok: true, value: aRequestList(0) } as const),
  );
  const signals = {
    subscribe: (_channel: string, onMessage: never) => {
      listeners.add(onMessage);
      return { unsubscribe: () => void listeners.delete(onMessage) };
    },
  };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TestApiProvider
      apis={[
        [kratixApiRef, aKratixApi({ fetchRequests })],
        [signalApiRef, signals as never],
      ]}
    >
      {children}
    </TestApiProvider>
  );
  renderHook(() => useRequests({ platform: ['dev'] }), { wrapper });
  const send = (message: KratixSignal) =>
    listeners.forEach(listener => listener(message));
  return { fetchRequests, send };
}

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

describe('useRequests', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('asks a handful of times while fifty changes come in ten seconds', async () => {
    const { fetchRequests, send } = setUp();
    await pass(100);

    for (let change = 0; change < 50; change += 1) {
      send(hint);
      await pass(200);
    }
    await pass(3_000);

    // The first, and one in three seconds; the last change is seen.
    expect(fetchRequests.mock.calls.length).toBeLessThanOrEqual(6);
    expect(fetchRequests.mock.calls.length).toBeGreaterThanOrEqual(4);
  });

  it('asks nothing while nobody looks, and at once when somebody does', async () => {
    const { fetchRequests, send } = setUp();
    await pass(5_000);
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const before = fetchRequests.mock.calls.length;

    send(hint);
    await pass(10_000);
    expect(fetchRequests).toHaveBeenCalledTimes(before);

    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(100);
    expect(fetchRequests).toHaveBeenCalledTimes(before + 1);
    hidden.mockRestore();
  });

  it('leaves hints about other platforms alone', async () => {
    const { fetchRequests, send } = setUp();
    await pass(5_000);
    const before = fetchRequests.mock.calls.length;

    send({ ...hint, platform: 'prod' });
    await pass(5_000);

    expect(fetchRequests).toHaveBeenCalledTimes(before);
  });
});
