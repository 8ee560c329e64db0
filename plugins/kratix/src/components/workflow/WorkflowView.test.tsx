import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  aLog,
  aWorkflowApi,
  someLogLines,
  workflowStates,
} from '../../__fixtures__';
import { kratixWorkflowApiRef, type WorkflowApi } from '../../api';
import { WorkflowView } from './WorkflowView';

jest.setTimeout(30_000);

const subject = {
  type: 'request',
  platform: 'dev',
  promise: 'redis',
  namespace: 'team-a',
  name: 'cache',
} as const;

const wholeLog = () =>
  aLog(
    { type: 'lines', lines: someLogLines(50) },
    { type: 'end', reason: 'finished' },
  );

function renderState(
  id: string,
  options: { openLog?: WorkflowApi['openLog']; route?: string } = {},
) {
  const answer = workflowStates(Date.now()).find(
    each => each.id === id,
  )?.answer;
  const openLog = jest.fn(options.openLog ?? (async () => wholeLog()));
  const fetchRuns = jest.fn(() =>
    answer ? Promise.resolve(answer) : new Promise<never>(() => {}),
  );
  renderInTestApp(<WorkflowView subject={subject} />, {
    apis: [[kratixWorkflowApiRef, aWorkflowApi({ fetchRuns, openLog })]],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [options.route ?? '/'],
  });
  return { openLog, fetchRuns };
}

describe('WorkflowView', () => {
  it.each([
    ['loading', 'Loading'],
    ['none', 'It has not run yet'],
    ['forbidden', /kratix\.request\.read/],
    ['unreachable', /dev/],
    ['notFound', /cache/],
    ['noAnswer', /server says noAnswer/],
    ['incomplete', 'Not every run can be shown.'],
  ])('says what is up: %s', async (id, text) => {
    renderState(id);

    expect((await screen.findAllByText(text)).length).toBeGreaterThan(0);
  });

  it('lists runs newest first with what started each', async () => {
    renderState('succeeded');

    const runs = within(
      await screen.findByRole('navigation', { name: 'Runs' }),
    );
    const names = runs
      .getAllByRole('button')
      .map(button => button.textContent?.match(/^[A-Z][a-z]+( hand)?/)?.[0]);

    expect(names).toEqual(['By hand', 'Change', 'Order']);
    expect(runs.getAllByRole('button')[0]).toHaveAttribute(
      'aria-current',
      'true',
    );
  });

  it('opens the log of the step that failed', async () => {
    const { openLog } = renderState('failed');

    await screen.findByRole('region', { name: 'Log of plan-it' });

    expect(await screen.findByText('line 50 of the plan')).toBeInTheDocument();
    expect(openLog.mock.calls[0]?.[1]).toEqual({
      pod: 'plan-2',
      container: 'plan-it',
      previous: false,
      follow: false,
      sinceTime: undefined,
    });
    expect(screen.getByText('3 attempts')).toBeInTheDocument();
    expect(screen.getByText('exit code 1')).toBeInTheDocument();
  });

  it('shows an earlier attempt, and the log before a restart', async () => {
    const { openLog } = renderState('failed');
    const user = userEvent.setup();

    await user.click(
      await screen.findByRole('button', { name: 'Attempt before' }),
    );
    await waitFor(() =>
      expect(openLog.mock.lastCall?.[1]).toMatchObject({ previous: true }),
    );

    await user.click(screen.getByRole('button', { name: 'Attempt 1' }));
    await waitFor(() =>
      expect(openLog.mock.lastCall?.[1]).toMatchObject({
        pod: 'run-5-plan',
        previous: false,
      }),
    );
  });

  it('follows the step that runs', async () => {
    const { openLog } = renderState('running', {
      openLog: async () =>
        aLog({ type: 'lines', lines: [{ text: 'working' }] }),
    });

    expect(await screen.findByText('working')).toBeInTheDocument();
    expect(openLog.mock.calls[0]?.[1]).toMatchObject({
      container: 'apply-it',
      follow: true,
    });
  });

  it.each([
    ['gone', 'The log is gone', /restartPolicy: Never/],
    ['image', 'Its image cannot be fetched', /Back-off pulling image/],
  ])('says why there is no log: %s', async (id, sentence, reason) => {
    const { openLog } = renderState(id);

    expect((await screen.findAllByText(sentence)).length).toBeGreaterThan(0);
    expect((await screen.findAllByText(reason)).length).toBeGreaterThan(0);
    expect(openLog).not.toHaveBeenCalled();
  });

  it('says why it waits, and until when', async () => {
    renderState('suspended');

    expect(
      await screen.findByText(
        'The platform team approves 200 GiB in production',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText(/next attempt/)).toBeInTheDocument();
  });

  it('finds text in the log, counts and steps through it', async () => {
    renderState('succeeded');
    const user = userEvent.setup();
    await screen.findByText('line 50 of the plan');

    await user.type(
      screen.getByRole('searchbox', { name: 'Search in the log' }),
      'LINE 4',
    );

    expect(await screen.findByText('1 of 11')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Next match' }));
    expect(await screen.findByText('2 of 11')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Previous match' }));
    expect(await screen.findByText('1 of 11')).toBeInTheDocument();
    await user.clear(screen.getByRole('searchbox'));
    await user.type(screen.getByRole('searchbox'), 'nowhere');
    expect(await screen.findByText('Not found')).toBeInTheDocument();
  });

  it('opens at the line that a link names', async () => {
    const { openLog } = renderState('succeeded', {
      route: '/?run=run-1&pipeline=plan&step=plan-it&line=7',
    });

    const link = await screen.findByRole('link', { name: 'Link to line 7' });

    expect(openLog.mock.calls[0]?.[1]).toMatchObject({
      pod: 'run-1-plan',
      container: 'plan-it',
    });
    expect(link).toHaveAttribute(
      'href',
      '?run=run-1&pipeline=plan&step=plan-it&line=7',
    );
  });

  // It said "Connection lost" for as long as the container printed nothing.
  it('says of a container that runs that it has printed nothing yet', async () => {
    renderState('running', {
      openLog: async (_subject, _question, { signal }) => ({
        ok: true,
        value: (async function* read() {
          yield { type: 'lines' as const, lines: [] };
          await new Promise(resolve => {
            signal.addEventListener('abort', resolve);
          });
        })(),
      }),
    });

    expect(
      await screen.findByText('It has printed nothing yet.'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/Connection lost/)).not.toBeInTheDocument();
  });

  it('says what the portal refuses, and asks again when told to', async () => {
    const { openLog } = renderState('succeeded', {
      openLog: async () => ({
        ok: false,
        problem: { kind: 'failed', message: 'the kubelet is on fire' },
      }),
    });

    expect(
      await screen.findByText('the kubelet is on fire', { selector: 'p' }),
    ).toBeInTheDocument();
    openLog.mockImplementation(async () => wholeLog());
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByText('line 50 of the plan')).toBeInTheDocument();
  });

  // It said that the portal does not answer, in the words of the server.
  it('says who does not answer, in the language of the person', async () => {
    const wording = { key: 'operation.paused' };
    renderState('succeeded', {
      openLog: async () => ({
        ok: false,
        problem: { kind: 'unreachable', message: 'as of old', wording },
      }),
    });

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(/^dev does not answer/);
    expect(alert).toHaveTextContent('It is paused: resume it first.');
    expect(alert).toHaveTextContent('It is asked again by itself.');
    expect(alert).not.toHaveTextContent('as of old');
  });

  describe('saving the log', () => {
    const createObjectURL = jest.fn(() => 'blob:log');

    beforeEach(() => {
      createObjectURL.mockClear();
      Object.assign(URL, { createObjectURL, revokeObjectURL: () => {} });
      jest
        .spyOn(HTMLAnchorElement.prototype, 'click')
        .mockImplementation(() => {});
    });

    afterEach(() => jest.restoreAllMocks());

    // Half a log was saved without a word when the connection was lost.
    it.each([
      ['interrupted', 0, /could not be downloaded whole/],
      ['limit', 1, /the file holds the first part/],
      ['finished', 1, 'Complete'],
    ] as const)('says what became of it: %s', async (reason, files, words) => {
      const answers = [wholeLog()];
      renderState('succeeded', {
        openLog: async () =>
          answers.shift() ??
          aLog(
            { type: 'lines', lines: someLogLines(50) },
            { type: 'end', reason },
          ),
      });
      await screen.findByText('line 50 of the plan');
      const save = screen.getByRole('button', { name: 'Download the log' });

      await userEvent.click(save);

      expect(await screen.findByText(words)).toBeInTheDocument();
      await waitFor(() => expect(save).toBeEnabled());
      expect(createObjectURL).toHaveBeenCalledTimes(files);
    });
  });
});
