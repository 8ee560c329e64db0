import type { ReactNode } from 'react';
import { act, renderHook } from '@testing-library/react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef, type SignalApi } from '@backstage/plugin-signals-react';
import {
  kratixSignalChannel,
  signalTopic,
  type KratixSignal,
  type RequestResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { aKratixApi, aReport, aRequest } from '../__fixtures__';
import {
  kratixApiRef,
  type ApiProblem,
  type Fetched,
  type KratixApi,
} from '../api';
import { useRequest } from './useRequest';

const nowMs = Date.parse('2026-03-01T12:00:00Z');
const ready = aRequest(nowMs);
const running = aRequest(nowMs, {
  report: aReport(nowMs, { phase: 'Running' }),
});
const { ref } = ready;

/** A backend that gives its answers in turn, the last one for ever. */
function setUp(options: {
  answers: Fetched<RequestResponse>[];
  hasSignals: boolean;
}) {
  const { answers, hasSignals } = options;
  const signals: AbortSignal[] = [];
  const fetchRequest = jest.fn<
    Promise<Fetched<RequestResponse>>,
    Parameters<KratixApi['fetchRequest']>
  >(async (_ref, { signal } = {}) => {
    if (signal) {
      signals.push(signal);
    }
    const answer = answers[Math.min(signals.length, answers.length) - 1];
    return answer ?? new Promise(() => {});
  });
  const listeners = new Set<(hint: KratixSignal) => void>();
  const signalApi: SignalApi = {
    subscribe: (channel, onMessage) => {
      const listener = onMessage as unknown as (hint: KratixSignal) => void;
      if (channel === kratixSignalChannel) {
        listeners.add(listener);
      }
      return { unsubscribe: () => listeners.delete(listener) };
    },
  };
  const api = aKratixApi({ fetchRequest });
  const wrapper = ({ children }: { children: ReactNode }) =>
    hasSignals ? (
      <TestApiProvider
        apis={[
          [kratixApiRef, api],
          [signalApiRef, signalApi],
        ]}
      >
        {children}
      </TestApiProvider>
    ) : (
      <TestApiProvider apis={[[kratixApiRef, api]]}>{children}</TestApiProvider>
    );
  const rendered = renderHook(props => useRequest(props), {
    wrapper,
    initialProps: ref,
  });
  const hint = (changes: Partial<KratixSignal>) =>
    act(async () => {
      listeners.forEach(listener =>
        listener({ type: 'changed', platform: 'dev', ...changes }),
      );
    });
  return { ...rendered, fetchRequest, hint, listeners, signals };
}

function pass(ms: number) {
  return act(async () => {
    await jest.advanceTimersByTimeAsync(ms);
  });
}

const known = (value: RequestResponse): Fetched<RequestResponse> => ({
  ok: true,
  value,
});
const failed = (kind: ApiProblem['kind']): Fetched<RequestResponse> => ({
  ok: false,
  problem: { kind, message: kind },
});

describe('useRequest', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: nowMs });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('loads, then knows', async () => {
    const { result } = setUp({ answers: [known(ready)], hasSignals: true });

    expect(result.current.state).toBe('loading');

    await pass(0);

    expect(result.current).toMatchObject({ state: 'known', value: ready });
  });

  it('asks again soon after a hint about its own object', async () => {
    const { result, hint, fetchRequest } = setUp({
      answers: [known(running), known(ready)],
      hasSignals: true,
    });
    await pass(0);

    await hint({ topics: ['another', signalTopic(ref)] });
    await pass(1_000);

    expect(fetchRequest).toHaveBeenCalledTimes(2);
    expect(result.current).toMatchObject({ state: 'known', value: ready });
  });

  it('asks again by itself while it has nowhere to go, for no hint tells when that ends', async () => {
    const stuck = aRequest(nowMs, {
      report: aReport(nowMs, { phase: 'Unschedulable' }),
    });
    const { result, fetchRequest } = setUp({
      answers: [known(stuck), known(ready)],
      hasSignals: true,
    });
    await pass(0);

    await pass(20_000);

    expect(fetchRequest).toHaveBeenCalledTimes(2);
    expect(result.current).toMatchObject({ state: 'known', value: ready });
  });

  it('asks again after a hint that names no object of its platform', async () => {
    const { hint, fetchRequest } = setUp({
      answers: [known(ready)],
      hasSignals: true,
    });
    await pass(0);

    await hint({ topics: undefined });
    await pass(1_000);

    expect(fetchRequest).toHaveBeenCalledTimes(2);
  });

  it.each([
    { what: 'another object', hint: { topics: ['another'] } },
    { what: 'another platform', hint: { platform: 'prod' } },
  ])('leaves a hint about $what alone', async ({ hint: changes }) => {
    const { hint, fetchRequest } = setUp({
      answers: [known(ready)],
      hasSignals: true,
    });
    await pass(0);

    await hint(changes);
    // Until it looks a second time by itself.
    await pass(4_999);

    expect(fetchRequest).toHaveBeenCalledTimes(1);
  });

  it('asks once for a burst of hints', async () => {
    const { hint, fetchRequest } = setUp({
      answers: [known(ready)],
      hasSignals: true,
    });
    await pass(0);

    await hint({});
    await hint({});
    await hint({});
    await pass(5_000);

    expect(fetchRequest).toHaveBeenCalledTimes(2);
  });

  it.each([
    {
      case: 'a running one with hints',
      answer: running,
      hasSignals: true,
      everyMs: 20_000,
    },
    {
      case: 'a ready one with hints',
      answer: ready,
      hasSignals: true,
      everyMs: 60_000,
    },
    {
      case: 'a running one without',
      answer: running,
      hasSignals: false,
      everyMs: 5_000,
    },
    {
      case: 'a ready one without',
      answer: ready,
      hasSignals: false,
      everyMs: 20_000,
    },
  ])(
    'asks by itself every $everyMs ms for $case',
    async ({ answer, hasSignals, everyMs }) => {
      const { fetchRequest } = setUp({ answers: [known(answer)], hasSignals });
      await pass(0);
      if (hasSignals) {
        await pass(5_000);
      }
      const before = fetchRequest.mock.calls.length;

      await pass(everyMs - 1);
      expect(fetchRequest).toHaveBeenCalledTimes(before);
      await pass(1);
      expect(fetchRequest).toHaveBeenCalledTimes(before + 1);
    },
  );

  it('looks a second time soon: what changed before hints arrive is not missed', async () => {
    const { fetchRequest, result } = setUp({
      answers: [known(running), known(ready)],
      hasSignals: true,
    });
    await pass(0);

    await pass(4_999);
    expect(fetchRequest).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(fetchRequest).toHaveBeenCalledTimes(2);
    expect(result.current).toMatchObject({ state: 'known', value: ready });

    await pass(30_000);
    expect(fetchRequest).toHaveBeenCalledTimes(2);
  });

  it.each([
    'unreachable',
    'noAnswer',
    'unauthorised',
    'invalid',
    'failed',
    'notInstalled',
  ] as const)('keeps what it knew through "%s", and says so', async kind => {
    const { result } = setUp({
      answers: [known(running), failed(kind), known(ready)],
      hasSignals: false,
    });
    await pass(0);

    await pass(5_000);
    expect(result.current).toMatchObject({
      state: 'known',
      value: running,
      receivedAtMs: nowMs,
      problem: { kind },
    });

    await pass(15_000);
    expect(result.current).toMatchObject({ state: 'known', value: ready });
    expect(result.current).not.toHaveProperty('problem');
  });

  it.each(['forbidden', 'notFound'] as const)(
    'lets go of what it knew at "%s"',
    async kind => {
      const { result } = setUp({
        answers: [known(running), failed(kind)],
        hasSignals: false,
      });
      await pass(0);
      await pass(5_000);

      expect(result.current).toMatchObject({
        state: 'failed',
        problem: { kind },
      });
      expect(result.current).not.toHaveProperty('value');
    },
  );

  it('heals by itself after it began with a failure', async () => {
    const { result } = setUp({
      answers: [failed('unreachable'), known(ready)],
      hasSignals: true,
    });
    await pass(0);
    expect(result.current.state).toBe('failed');

    await pass(15_000);

    expect(result.current.state).toBe('known');
  });

  it('asks when the browser comes online, and when the page is looked at again', async () => {
    const { fetchRequest } = setUp({
      answers: [known(ready)],
      hasSignals: true,
    });
    await pass(2_000);

    await act(async () => {
      window.dispatchEvent(new Event('online'));
    });
    await pass(2_000);
    expect(fetchRequest).toHaveBeenCalledTimes(2);

    await act(async () => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await pass(2_000);
    expect(fetchRequest).toHaveBeenCalledTimes(3);
  });

  it('does not ask by itself while nobody looks', async () => {
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const { fetchRequest } = setUp({
      answers: [known(ready)],
      hasSignals: false,
    });
    await pass(0);

    await pass(600_000);
    expect(fetchRequest).toHaveBeenCalledTimes(1);

    hidden.mockReturnValue(false);
    await act(async () => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await pass(0);
    expect(fetchRequest).toHaveBeenCalledTimes(2);
    hidden.mockRestore();
  });

  it('asks again by hand', async () => {
    const { result, fetchRequest } = setUp({
      answers: [failed('forbidden'), known(ready)],
      hasSignals: true,
    });
    await pass(5_000);

    act(() => result.current.refresh());
    await pass(0);

    expect(fetchRequest).toHaveBeenCalledTimes(2);
    expect(result.current.state).toBe('known');
  });

  it('never shows one object’s answer for another', async () => {
    const { result, rerender } = setUp({
      answers: [known(ready)],
      hasSignals: true,
    });
    await pass(0);

    rerender({ ...ref, name: 'another' });

    expect(result.current.state).toBe('loading');
  });

  it('stops everything when it goes', async () => {
    const { unmount, fetchRequest, listeners, signals } = setUp({
      answers: [known(ready)],
      hasSignals: true,
    });
    await pass(0);

    unmount();
    await pass(600_000);

    expect(signals[0]?.aborted).toBe(true);
    expect(listeners.size).toBe(0);
    expect(fetchRequest).toHaveBeenCalledTimes(1);
  });
});
