import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import type { RequestResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  aKratixApi,
  anIncompleteEntity,
  aRequest,
  aRequestEntity,
  requestStates,
} from '../../__fixtures__';
import { kratixApiRef, type Fetched } from '../../api';
import { EntityRequestCard } from './EntityRequestCard';

jest.setTimeout(30_000);

type Answer = () => Promise<Fetched<RequestResponse>>;

function renderCard(answer: Answer, entity = aRequestEntity('checkout-v2')) {
  const fetchRequest = jest.fn(answer);
  const rendered = renderInTestApp(
    <EntityProvider entity={entity}>
      <EntityRequestCard />
    </EntityProvider>,
    {
      apis: [[kratixApiRef, aKratixApi({ fetchRequest })]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return { ...rendered, fetchRequest };
}

function answerOf(id: string): Answer {
  const state = requestStates(Date.now()).find(each => each.id === id);
  const { answer } = state ?? {};
  if (!answer) {
    throw new Error(`No answer in state ${id}`);
  }
  return async () => answer;
}

describe('EntityRequestCard', () => {
  it('loads in the shape of what will come', async () => {
    renderCard(() => new Promise(() => {}));

    expect(await screen.findByText('Loading')).toHaveAttribute(
      'role',
      'status',
    );
  });

  it.each([
    {
      id: 'ready',
      title: 'Ready for 3 days',
      texts: ['Version 2.4.0 answers at its address'],
    },
    {
      id: 'ready-bare',
      title: 'Ready for 3 days',
      texts: [
        'Its workflow reports nothing to use.',
        'Nothing beyond the defaults.',
      ],
    },
    {
      id: 'pending',
      title: 'Waiting to start',
      texts: ['The platform has not picked it up yet.'],
    },
    {
      id: 'running',
      title: 'Setting up · step 2 of 3',
      texts: ['Planning 14 resources', 'terraform-apply'],
    },
    {
      id: 'suspended',
      title: 'Waiting for approval',
      texts: ['The database team approves large sizes.', 'To resume it'],
    },
    { id: 'failed', title: 'Failed', texts: ['To read its log'] },
    {
      id: 'waiting-for-promise',
      title: 'Service not available',
      texts: [
        'TestEnvironment cannot take requests now: it needs vault v1.0.0.',
      ],
    },
    {
      id: 'unschedulable',
      title: 'Nowhere to go',
      texts: [
        'No Destination has environment=prod.',
        'kubectl get destinations --show-labels',
      ],
    },
    {
      id: 'unhealthy',
      title: 'Unhealthy',
      texts: ['Health check http reports unhealthy.'],
    },
    { id: 'deleting', title: 'Being removed', texts: ['terraform-destroy'] },
    {
      id: 'stale',
      title: 'Not reported',
      texts: ['Development does not answer.'],
    },
  ])('says where it is: $id', async ({ id, title, texts }) => {
    renderCard(answerOf(id));

    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
    for (const text of texts) {
      expect(screen.getByText(text)).toBeVisible();
    }
  });

  it.each([
    {
      id: 'unreachable',
      text: 'dev does not answer, and nothing is known yet.',
    },
    { id: 'forbidden', text: 'You may not see this.' },
    { id: 'unauthorised', text: 'Your session has ended.' },
    { id: 'not-installed', text: 'The Kratix backend is not installed.' },
    { id: 'invalid', text: 'The answer was not understood.' },
  ])(
    'tells trouble apart and what the catalog last knew: $id',
    async ({ id, text }) => {
      renderCard(answerOf(id));

      const alert = await screen.findByRole('alert');

      expect(within(alert).getByText(text)).toBeVisible();
      expect(
        within(alert).getByText('The catalog last knew: Setting up.'),
      ).toBeVisible();
    },
  );

  it('says that it was removed, and claims no last state', async () => {
    renderCard(answerOf('gone'));

    const alert = await screen.findByRole('alert');

    expect(
      within(alert).getByText('checkout-v2 was removed from the platform.'),
    ).toBeVisible();
    expect(alert).not.toHaveTextContent('last knew');
  });

  it('names the permission that is missing', async () => {
    renderCard(answerOf('forbidden'));

    expect(await screen.findByText(/kratix\.request\.read\.$/)).toBeVisible();
  });

  it('asks again by hand', async () => {
    const { fetchRequest } = renderCard(answerOf('unreachable'));
    await screen.findByRole('alert');

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    await waitFor(() => expect(fetchRequest).toHaveBeenCalledTimes(2));
  });

  it('names each annotation that is missing', async () => {
    renderCard(answerOf('ready'), anIncompleteEntity());

    expect(await screen.findByText('kratix-portal.io/platform')).toBeVisible();
    expect(screen.getByText('kratix.io/promise-name')).toBeVisible();
    expect(screen.getByText('kratix.io/namespace')).toBeVisible();
    expect(screen.getByText('kratix.io/name')).toBeVisible();
  });

  it('leads to what was made, and offers addresses and names to copy', async () => {
    const user = userEvent.setup();
    const writeText = jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockResolvedValue();
    renderCard(answerOf('ready'));

    const link = await screen.findByRole('link', {
      name: 'checkout-v2.test.example.org',
    });
    await user.click(screen.getByRole('button', { name: 'Copy Endpoint' }));

    expect(link).toHaveAttribute(
      'href',
      'https://checkout-v2.test.example.org',
    );
    expect(writeText).toHaveBeenCalledWith('checkout-v2-db.team-a.svc:5432');
    expect(await screen.findByText('Copied')).toBeInTheDocument();
  });

  it('says so where copying is forbidden', async () => {
    const user = userEvent.setup();
    jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new Error('NotAllowedError'));
    renderCard(answerOf('ready'));

    await user.click(
      await screen.findByRole('button', { name: 'Copy Endpoint' }),
    );

    expect(
      await screen.findByText('Copying is not allowed here'),
    ).toBeInTheDocument();
  });

  it('shows the steps as a list, the running one marked', async () => {
    renderCard(answerOf('running'));

    const steps = within(
      await screen.findByRole('list', { name: 'Steps of the workflow' }),
    ).getAllByRole('listitem');

    expect(steps.map(step => step.textContent)).toEqual([
      expect.stringContaining('validateDone'),
      expect.stringMatching(/terraform-planRunning · 4\d s/),
      '3terraform-applyTo do',
    ]);
    expect(steps[1]).toHaveAttribute('aria-current', 'step');
  });

  it('announces a change of the phase', async () => {
    const answers = [answerOf('running'), answerOf('ready')];
    jest.useFakeTimers({ advanceTimers: true });
    renderCard(() => {
      const [next, ...later] = answers;
      answers.splice(0, later.length > 0 ? 1 : 0);
      return next ? next() : Promise.reject(new Error('No answer left'));
    });
    await screen.findByRole('heading', { name: 'Setting up · step 2 of 3' });

    await act(async () => {
      await jest.advanceTimersByTimeAsync(5_000);
    });

    expect(screen.getByText('Ready')).toHaveAttribute('aria-live', 'polite');
    jest.useRealTimers();
  });

  it('keeps what it knew, dated, when the portal stops answering', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    const answers: Fetched<RequestResponse>[] = [
      { ok: true, value: aRequest(Date.now()) },
    ];
    renderCard(
      async () =>
        answers.shift() ?? {
          ok: false,
          problem: { kind: 'noAnswer', message: 'No answer within 15 s' },
        },
    );
    await screen.findByRole('heading', { name: 'Ready for 3 days' });

    await act(async () => {
      await jest.advanceTimersByTimeAsync(20_000);
    });

    expect(screen.getByText('The portal does not answer.')).toBeVisible();
    expect(screen.getByText(/^As it was/)).toBeVisible();
    expect(
      screen.getByRole('heading', { name: 'Ready for 3 days' }),
    ).toBeVisible();
    jest.useRealTimers();
  });

  it('keeps conditions and YAML behind details', async () => {
    renderCard(answerOf('ready'));
    await screen.findByRole('heading', { name: 'Ready for 3 days' });
    expect(screen.queryByText('Reconciled')).not.toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Details' }));

    expect(
      await screen.findByRole('rowheader', { name: 'Reconciled' }),
    ).toBeVisible();
    expect(await screen.findByText(/kind: TestEnvironment/)).toBeVisible();
  });

  it('says that the platform is a sandbox, and of which version there is a newer one', async () => {
    renderCard(answerOf('ready-sandbox'));

    expect(await screen.findByText(/^This is a sandbox/)).toBeVisible();
    expect(screen.getByText('v0.3.0 available')).toBeVisible();
  });

  it('renders what a cluster says as text', async () => {
    const request = aRequest(Date.now(), {
      outputs: { note: '<img src=x onerror=alert(1)>' },
      requestedBy: '<b>nobody</b>',
    });
    renderCard(async () => ({ ok: true, value: request }));

    expect(
      await screen.findByText('<img src=x onerror=alert(1)>'),
    ).toBeVisible();
    expect(screen.getByText('<b>nobody</b>')).toBeVisible();
  });
});
