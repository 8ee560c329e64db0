import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { ApiProblem } from '../../api';
import type { LiveResult } from '../../hooks';
import { LiveAnswer } from './LiveAnswer';

const problem: ApiProblem = { kind: 'noAnswer', message: 'socket hang up' };
const subject = { kind: 'promise', name: 'Redis', platform: 'dev' } as const;

function renderAnswer(
  live: LiveResult<string>,
  more: Partial<Parameters<typeof LiveAnswer<string>>[0]> = {},
) {
  renderInTestApp(
    <LiveAnswer live={live} subject={subject} {...more}>
      {value => <p>The answer is {value}.</p>}
    </LiveAnswer>,
  );
}

describe('LiveAnswer', () => {
  it('says that the answer is on its way', async () => {
    renderAnswer({ state: 'loading', refresh: () => {} });

    expect(await screen.findByRole('status')).toHaveTextContent('Loading');
  });

  it('says why there is none, what is known beside it, and lets ask again', async () => {
    const refresh = jest.fn();
    renderAnswer(
      { state: 'failed', problem, refresh },
      { fallback: <p>Known before</p> },
    );

    expect(await screen.findByRole('alert')).toHaveTextContent(
      /does not answer.*Known before.*socket hang up/s,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('shows the answer, and nothing beside it while it is confirmed', async () => {
    renderAnswer({
      state: 'known',
      value: '42',
      receivedAtMs: Date.now(),
      refresh: () => {},
    });

    expect(await screen.findByText('The answer is 42.')).toBeVisible();
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  it('dates an answer that nobody confirms, and names the platform as people do', async () => {
    renderAnswer(
      {
        state: 'known',
        value: '42',
        receivedAtMs: Date.now(),
        problem: { kind: 'unreachable', message: '' },
        refresh: () => {},
      },
      { platformTitle: () => 'Development' },
    );

    expect(await screen.findByText('The answer is 42.')).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent('Development');
  });

  it('frames what stands in for the answer, not the answer', async () => {
    const Frame = ({ children }: { children: React.ReactNode }) => (
      <section aria-label="Frame">{children}</section>
    );
    renderAnswer({ state: 'failed', problem, refresh: () => {} }, { Frame });

    expect(
      await screen.findByRole('region', { name: 'Frame' }),
    ).toContainElement(screen.getByRole('alert'));
  });
});
