import { StrictMode, type ReactNode } from 'react';
import { act, render, screen } from '@testing-library/react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import type { KratixSignal } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fetched } from '../../api';
import { useLive } from './useLive';

/** A backend that counts its answers, and says each of them. */
class CountingApi {
  count = 0;
  signals: AbortSignal[] = [];

  async ask(signal: AbortSignal): Promise<Fetched<string>> {
    this.count += 1;
    this.signals.push(signal);
    return { ok: true, value: `answer ${this.count}` };
  }
}

function Reader(props: {
  api: CountingApi;
  label: string;
  about?: string;
  isOnce?: boolean;
}) {
  const { api, label, about = 'cache', isOnce } = props;
  const live = useLive({
    api,
    key: about,
    fetch: signal => api.ask(signal),
    isConcernedBy: () => true,
    isBusy: () => false,
    isOnce,
  });
  return (
    <p>
      {label}: {live.state === 'known' ? live.value : live.state}
      <button onClick={live.refresh}>{label} asks</button>
    </p>
  );
}

function setUp() {
  const listeners = new Set<(hint: KratixSignal) => void>();
  const signals = {
    subscribe: (_channel: string, onMessage: unknown) => {
      const listener = onMessage as (hint: KratixSignal) => void;
      listeners.add(listener);
      return { unsubscribe: () => listeners.delete(listener) };
    },
  };
  const show = (children: ReactNode) => (
    <TestApiProvider apis={[[signalApiRef, signals]]}>
      {children}
    </TestApiProvider>
  );
  const hint = () =>
    act(async () =>
      listeners.forEach(listener =>
        listener({ type: 'changed', platform: 'dev' }),
      ),
    );
  return { show, hint, listeners, api: new CountingApi() };
}

const pass = (ms: number) =>
  act(async () => {
    await jest.advanceTimersByTimeAsync(ms);
  });

const texts = () =>
  screen
    .queryAllByRole('paragraph')
    .map(({ firstChild, childNodes }) =>
      [firstChild, childNodes[1], childNodes[2]]
        .map(node => node?.textContent)
        .join(''),
    );

describe('useLive', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('asks once for all who want the same, and tells them the same', async () => {
    const { api, show, hint } = setUp();
    render(
      show(
        <>
          <Reader api={api} label="header" />
          <Reader api={api} label="card" />
        </>,
      ),
    );
    await pass(0);

    expect(api.count).toBe(1);
    expect(texts()).toEqual(['header: answer 1', 'card: answer 1']);

    await hint();
    await pass(1_000);

    expect(api.count).toBe(2);
    expect(texts()).toEqual(['header: answer 2', 'card: answer 2']);
  });

  it('tells one who comes later what is known, without asking again', async () => {
    const { api, show } = setUp();
    const { rerender } = render(show(<Reader api={api} label="header" />));
    await pass(0);

    rerender(
      show(
        <>
          <Reader api={api} label="header" />
          <Reader api={api} label="card" />
        </>,
      ),
    );

    expect(texts()).toEqual(['header: answer 1', 'card: answer 1']);
    await pass(2_000);
    expect(api.count).toBe(1);
  });

  it('asks again for one who comes when the last answer was none', async () => {
    const { api, show } = setUp();
    jest.spyOn(api, 'ask').mockResolvedValueOnce({
      ok: false,
      problem: { kind: 'noAnswer', message: '' },
    });
    const { rerender } = render(show(<Reader api={api} label="header" />));
    await pass(2_000);
    expect(texts()).toEqual(['header: failed']);

    rerender(
      show(
        <>
          <Reader api={api} label="header" />
          <Reader api={api} label="card" />
        </>,
      ),
    );
    await pass(0);

    expect(texts()).toEqual(['header: answer 1', 'card: answer 1']);
  });

  it('asks again for all when one of them asks', async () => {
    const { api, show } = setUp();
    render(
      show(
        <>
          <Reader api={api} label="header" />
          <Reader api={api} label="card" />
        </>,
      ),
    );
    await pass(2_000);

    act(() => screen.getByText('card asks').click());
    await pass(0);

    expect(texts()).toEqual(['header: answer 2', 'card: answer 2']);
  });

  it('goes on for those who stay, and ends with the last one', async () => {
    const { api, show, hint, listeners } = setUp();
    const { rerender } = render(
      show(
        <>
          <Reader key="header" api={api} label="header" />
          <Reader key="card" api={api} label="card" />
        </>,
      ),
    );
    await pass(2_000);

    rerender(show(<Reader key="card" api={api} label="card" />));
    await hint();
    await pass(0);
    expect(texts()).toEqual(['card: answer 2']);

    rerender(show(null));
    await pass(600_000);
    expect(listeners.size).toBe(0);
    expect(api.count).toBe(2);
    expect(api.signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });

  it('begins anew for one who comes when nobody was left', async () => {
    const { api, show } = setUp();
    const { rerender } = render(show(<Reader api={api} label="card" />));
    await pass(0);

    rerender(show(null));
    rerender(show(<Reader api={api} label="card" />));

    expect(texts()).toEqual(['card: loading']);
    await pass(0);
    expect(texts()).toEqual(['card: answer 2']);
  });

  it('shares nothing between two questions, nor between two backends', async () => {
    const { api, show } = setUp();
    const other = new CountingApi();
    render(
      show(
        <>
          <Reader api={api} label="header" />
          <Reader api={api} label="card" about="queue" />
          <Reader api={other} label="elsewhere" />
        </>,
      ),
    );
    await pass(0);

    expect(texts()).toEqual([
      'header: answer 1',
      'card: answer 2',
      'elsewhere: answer 1',
    ]);
  });

  // A file changed under the eyes of its reader, once a minute.
  it('asks once for what is to stay as it was read, unless a person asks', async () => {
    const { api, show, hint } = setUp();
    const { rerender } = render(show(<Reader api={api} label="file" isOnce />));
    await pass(0);

    await hint();
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'));
      window.dispatchEvent(new Event('online'));
    });
    await pass(120_000);
    rerender(
      show(
        <>
          <Reader api={api} label="file" isOnce />
          <Reader api={api} label="other" isOnce />
        </>,
      ),
    );
    await pass(120_000);
    expect(api.count).toBe(1);

    act(() => screen.getByText('file asks').click());
    await pass(0);
    expect(texts()).toEqual(['file: answer 2', 'other: answer 2']);
    await pass(120_000);
    expect(api.count).toBe(2);
  });

  it('asks until it knows, also what is asked once', async () => {
    const { api, show } = setUp();
    jest.spyOn(api, 'ask').mockResolvedValueOnce({
      ok: false,
      problem: { kind: 'noAnswer', message: '' },
    });
    render(show(<Reader api={api} label="file" isOnce />));
    await pass(0);
    expect(texts()).toEqual(['file: failed']);

    await pass(120_000);

    expect(texts()).toEqual(['file: answer 1']);
  });

  it('knows after React has tried its effects twice', async () => {
    const { api, show } = setUp();
    render(<StrictMode>{show(<Reader api={api} label="card" />)}</StrictMode>);
    await pass(0);

    expect(texts()).toEqual(['card: answer 2']);
    await pass(4_000);
    expect(api.count).toBe(2);
  });
});
