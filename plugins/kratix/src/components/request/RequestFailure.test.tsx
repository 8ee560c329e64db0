import { screen, waitFor } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import type {
  WorkflowRunsResponse,
  WorkflowStep,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  aKratixApi,
  aLog,
  aRequestEntity,
  aWorkflowApi,
  requestStates,
  workflowStates,
} from '../../__fixtures__';
import {
  kratixApiRef,
  kratixWorkflowApiRef,
  type Fetched,
  type WorkflowApi,
} from '../../api';
import { EntityRequestCard } from './EntityRequestCard';

jest.setTimeout(30_000);

type Runs = Fetched<WorkflowRunsResponse>;

function runsOf(id: string): Runs {
  const answer = workflowStates(Date.now()).find(
    each => each.id === id,
  )?.answer;
  if (!answer) {
    throw new Error(`No runs in state ${id}`);
  }
  return answer;
}

/** The failed runs, where the container that failed is otherwise. */
function failedWith(changes: Partial<WorkflowStep>): Runs {
  const answer = runsOf('failed');
  if (!answer.ok) {
    return answer;
  }
  const change = (step: WorkflowStep) =>
    step.state === 'failed' ? { ...step, ...changes } : step;
  return {
    ok: true,
    value: {
      ...answer.value,
      runs: answer.value.runs.map(run => ({
        ...run,
        pipelines: run.pipelines.map(pipeline => ({
          ...pipeline,
          attempts: pipeline.attempts.map(attempt => ({
            ...attempt,
            steps: attempt.steps.map(change),
          })),
        })),
      })),
    },
  };
}

function renderFailed(
  runs: Runs | Promise<Runs>,
  log = aLog({ type: 'end', reason: 'finished' }),
) {
  const answer = requestStates(Date.now()).find(
    ({ id }) => id === 'failed',
  )?.answer;
  const openLog = jest.fn<
    ReturnType<WorkflowApi['openLog']>,
    Parameters<WorkflowApi['openLog']>
  >(async () => log);
  const fetchRequest = async () =>
    answer ?? Promise.reject(new Error('No such state'));
  renderInTestApp(
    <EntityProvider entity={aRequestEntity('checkout-v2')}>
      <EntityRequestCard />
    </EntityProvider>,
    {
      apis: [
        [kratixApiRef, aKratixApi({ fetchRequest })],
        [
          kratixWorkflowApiRef,
          aWorkflowApi({ fetchRuns: async () => runs, openLog }),
        ],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return { openLog };
}

const lines = (...texts: string[]) =>
  aLog(
    { type: 'lines', lines: texts.map(text => ({ text })) },
    { type: 'end', reason: 'finished' },
  );

describe('a request that failed', () => {
  it('says in one sentence which step failed, after how many attempts, and what it printed last', async () => {
    const { openLog } = renderFailed(
      runsOf('failed'),
      lines('Planning', 'Error: quota of 3 databases exceeded', 'Bye'),
    );

    expect(
      await screen.findByText(
        'Step plan/plan-it failed after 3 attempts: Error: quota of 3 databases exceeded.',
      ),
    ).toBeVisible();
    expect(screen.getByText('Read the log, then run it again.')).toBeVisible();
    // Its end, once.
    expect(openLog.mock.calls.map(([, question]) => question)).toEqual([
      { pod: 'plan-2', container: 'plan-it', previous: false, tailLines: 200 },
    ]);
  });

  it('leads to the log of that step', async () => {
    renderFailed(runsOf('failed'), lines('Error: no'));

    expect(
      await screen.findByRole('link', { name: 'Show the log of plan-it' }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(
        /\/catalog\/.*\/workflow\?run=run-5&pipeline=plan&step=plan-it$/,
      ),
    );
    // The page shows it: nobody needs the command.
    expect(screen.queryByText('To read its log')).not.toBeInTheDocument();
  });

  it('says what kept the container from working, where that explains it', async () => {
    const { openLog } = renderFailed(
      failedWith({
        trouble: { kind: 'memory', reason: 'OOMKilled', message: 'Limit 64Mi' },
      }),
    );

    expect(
      await screen.findByText(
        'Step plan/plan-it failed after 3 attempts: It ran out of memory. Limit 64Mi.',
      ),
    ).toBeVisible();
    expect(openLog).not.toHaveBeenCalled();
  });

  it('reads the attempt before of a container that crashes again and again', async () => {
    const { openLog } = renderFailed(
      failedWith({
        log: 'notStarted',
        hasPreviousLog: true,
        trouble: { kind: 'crashLoop', reason: 'CrashLoopBackOff' },
      }),
      lines('panic: no region'),
    );

    expect(await screen.findByText(/: panic: no region\.$/)).toBeVisible();
    expect(openLog.mock.calls[0]?.[1]).toMatchObject({ previous: true });
  });

  it.each([
    { what: 'nobody answers for its runs', runs: runsOf('noAnswer') },
    { what: 'its runs are gone', runs: runsOf('none') },
    { what: 'its Pod is gone', runs: runsOf('gone') },
  ])('says what Kratix says where $what', async ({ runs }) => {
    const { openLog } = renderFailed(runs);

    expect(
      await screen.findByText('Step terraform-plan failed.'),
    ).toBeVisible();
    expect(screen.getByText('To read its log')).toBeVisible();
    expect(openLog).not.toHaveBeenCalled();
  });

  it('tells what it knows of a log that the person may not read', async () => {
    const { openLog } = renderFailed(runsOf('failed'), {
      ok: false,
      problem: { kind: 'forbidden', message: 'No' },
    });

    await waitFor(() => expect(openLog).toHaveBeenCalled());

    expect(
      await screen.findByText('Step plan/plan-it failed after 3 attempts.'),
    ).toBeVisible();
  });
});
