import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import {
  anOperationsApi,
  aRequestEntity,
  operationsStates,
} from '../../__fixtures__';
import {
  kratixOperationsApiRef,
  kratixRolloutApiRef,
  type OperationsApi,
} from '../../api';
import { orderRouteRef } from '../../routes';
import { EntityManageContent } from './EntityManageContent';

jest.setTimeout(30_000);

const accepted = {
  ok: true,
  value: { operation: 'pause', uid: 'b6f7' },
} as const;

const noCopies = {
  fetchRollout: async () => new Promise<never>(() => {}),
  fetchCopies: async () => ({
    ok: true as const,
    value: { targets: [], unknown: [] },
  }),
};

function renderTab(id: string, answers: Partial<OperationsApi> = {}) {
  const state = operationsStates(Date.now()).find(each => each.id === id);
  const answer = state?.answer;
  const api = anOperationsApi({
    ...(answer && { fetchOperations: jest.fn(async () => answer) }),
    ...answers,
  });
  renderInTestApp(
    <EntityProvider entity={aRequestEntity('checkout-v2')}>
      <EntityManageContent />
    </EntityProvider>,
    {
      apis: [
        [kratixOperationsApiRef, api],
        [kratixRolloutApiRef, noCopies],
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/create/templates/:namespace/:templateName': orderRouteRef,
      },
    },
  );
  return api;
}

const button = (name: string) => screen.findByRole('button', { name });

describe('EntityManageContent', () => {
  it.each([
    ['loading', 'Loading'],
    ['waiting', 'The platform team approves 500 GiB in prod'],
    ['retrying', 'The database is not there yet'],
    ['managed', 'This request is a part of shop in team-a.'],
    ['not-allowed', 'You may not see this.'],
    ['removed', 'checkout-v2 was removed from the platform.'],
  ])('says what is the matter: %s', async (id, text) => {
    renderTab(id);

    expect(await screen.findByText(text)).toBeVisible();
  });

  it('says who paused it, and why', async () => {
    renderTab('paused');

    expect(
      await screen.findByText(/“Until the load test is over”/),
    ).toHaveTextContent(/^Paused by .* 2 hours ago\./);
    expect(await button('Run again')).toBeDisabled();
    expect(await button('Run again')).toHaveAccessibleDescription(
      'It is paused: resume it first.',
    );
    expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull();
  });

  it('shows what is not allowed, disabled and with the permission', async () => {
    renderTab('forbidden-writes');

    for (const name of ['Pause', 'Run again', 'Preview', 'Remove…']) {
      expect(await button(name)).toBeDisabled();
    }
    expect(await button('Pause')).toHaveAccessibleDescription(
      'You need the permission kratix.request.pause.',
    );
  });

  it('asks once however often somebody clicks, and says that it has', async () => {
    let answer: (value: typeof accepted) => void = () => {};
    const operate = jest.fn(
      () =>
        new Promise<typeof accepted>(resolve => {
          answer = resolve;
        }),
    );
    const api = renderTab('available', { operate });

    const pause = await button('Pause');
    await userEvent.dblClick(pause);
    expect(operate).toHaveBeenCalledTimes(1);
    expect(operate).toHaveBeenCalledWith(
      expect.objectContaining({ name: 'checkout-v2' }),
      { name: 'pause', body: { uid: 'b6f7' } },
    );
    await act(async () => answer(accepted));

    expect(await screen.findByText('Asked. The page follows.')).toBeVisible();
    await waitFor(() => expect(api.fetchOperations).toHaveBeenCalledTimes(2));
  });

  it('tells in the words of who refused', async () => {
    renderTab('available', {
      operate: async () => ({
        ok: false,
        problem: { kind: 'failed', message: 'managed by argocd-controller' },
      }),
    });

    await userEvent.click(await button('Pause'));

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('It was not done.');
    expect(alert).toHaveTextContent('managed by argocd-controller');
  });

  it('does not say that nothing happened where nobody knows', async () => {
    renderTab('available', {
      operate: async () => ({
        ok: false,
        problem: { kind: 'noAnswer', message: 'Failed to fetch' },
      }),
    });

    await userEvent.click(await button('Run again'));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'it may have been done, or not',
    );
  });

  it('approves what was seen waiting, with a note', async () => {
    const operate = jest.fn(async () => accepted);
    renderTab('waiting', { operate });

    await userEvent.type(
      await screen.findByRole('textbox', { name: /^Why/ }),
      'Budget is there',
    );
    await userEvent.click(await button('Let it go on'));

    expect(operate).toHaveBeenCalledWith(expect.anything(), {
      name: 'resume',
      body: {
        uid: 'b6f7',
        pipeline: 'approval',
        since: expect.any(String),
        note: 'Budget is there',
      },
    });
  });

  it('removes only after the name was typed, and says what goes', async () => {
    const deleteRequest = jest.fn(async () => accepted);
    renderTab('available', { deleteRequest });

    await userEvent.click(await button('Remove…'));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('terraform-destroy runs');
    expect(dialog).toHaveTextContent('2 files are taken back from worker-eu.');
    const confirm = within(dialog).getByRole('button', { name: 'Remove it' });
    const field = within(dialog).getByRole('textbox');
    expect(field).toHaveFocus();
    await userEvent.type(field, 'checkout');
    expect(confirm).toBeDisabled();
    await userEvent.type(field, '-v2{Enter}');

    await waitFor(() =>
      expect(deleteRequest).toHaveBeenCalledWith(
        expect.objectContaining({ name: 'checkout-v2' }),
        { uid: 'b6f7' },
      ),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('asks for a review where removals are reviewed, and removes nothing itself', async () => {
    const deleteRequest = jest.fn(async () => accepted);
    renderTab('reviewed', { deleteRequest });

    const link = await screen.findByRole('link', { name: 'Ask to remove it' });
    const { pathname, searchParams } = new URL(
      link.getAttribute('href') ?? '',
      'http://localhost',
    );
    expect(pathname).toBe('/create/templates/default/kratix_remove');
    expect(JSON.parse(searchParams.get('formData') ?? '')).toEqual({
      promise: 'test-environment',
      namespace: 'team-a',
      name: 'checkout-v2',
    });
    expect(screen.getByText(/terraform-destroy runs/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Remove…' })).toBeNull();
    expect(deleteRequest).not.toHaveBeenCalled();
  });

  it.each([
    ['v0.3.0 (latest)', 'Upgrade to v0.3.0', 'v0.3.0'],
    ['v0.1.0', 'Roll back to v0.1.0', 'v0.1.0'],
    [
      'The latest, whichever that is (now v0.3.0)',
      'Follow the latest',
      'latest',
    ],
  ])('names what choosing %s means', async (option, label, version) => {
    const operate = jest.fn(async () => accepted);
    renderTab('available', { operate });

    expect(await button('Set version')).toBeDisabled();
    await userEvent.click(screen.getByRole('radio', { name: option }));
    await userEvent.click(await button(label));

    expect(operate).toHaveBeenCalledWith(expect.anything(), {
      name: 'setVersion',
      body: { uid: 'b6f7', version, from: 'v0.2.0' },
    });
  });

  it('shows what a change would bring, and cleans up', async () => {
    const startPreview = jest.fn(async () => ({
      ok: true as const,
      value: { preview: 'portal-1' },
    }));
    const removePreview = jest.fn(async () => {});
    renderTab('available', {
      startPreview,
      removePreview,
      fetchPreview: async () => ({
        ok: true,
        value: {
          state: 'done',
          isComplete: true,
          sections: [
            {
              pipeline: 'terraform-apply',
              notes: [],
              files: [
                {
                  path: 'database.yaml',
                  change: 'changed',
                  diff: ' kind: Database\n-size: small\n+size: large',
                  isCut: false,
                },
              ],
            },
          ],
        },
      }),
    });

    const editor = await screen.findByRole('textbox', {
      name: /What to ask for/,
    });
    expect(editor).toHaveValue('version: 2.4.0\nsize: small\n');
    await userEvent.clear(editor);
    await userEvent.type(editor, 'size: large');
    await userEvent.click(await button('Preview'));

    expect(
      await screen.findByText('0 added, 1 changed, 0 removed'),
    ).toBeVisible();
    expect(screen.getByText('+size: large')).toBeVisible();
    expect(startPreview).toHaveBeenCalledWith(expect.anything(), {
      uid: 'b6f7',
      spec: { size: 'large' },
    });
    expect(removePreview).toHaveBeenCalledWith(expect.anything(), 'portal-1');
  });

  // It previewed the request as it was when the page was opened, and took back what others had changed since.
  it('previews what stands now, until it is edited', async () => {
    const state = operationsStates(Date.now()).find(
      each => each.id === 'available',
    )?.answer;
    if (!state?.ok || !state.value.update) {
      throw new Error('It can be changed');
    }
    const { value } = state;
    const { update } = state.value;
    let spec: Record<string, unknown> = { size: 'small' };
    let fetched: unknown;
    const fetchOperations = async () => {
      fetched = spec.size;
      const formData = { ...update.formData, spec };
      return {
        ok: true as const,
        value: { ...value, update: { ...update, formData } },
      };
    };
    const operate = async () => accepted;
    renderTab('available', { fetchOperations, operate });
    const editor = await screen.findByRole('textbox', {
      name: /What to ask for/,
    });
    expect(editor).toHaveValue('size: small\n');

    spec = { size: 'large' };
    await userEvent.click(await button('Pause'));
    await waitFor(() => expect(editor).toHaveValue('size: large\n'), {
      timeout: 20_000,
    });

    await userEvent.type(editor, 'x: 1');
    spec = { size: 'huge' };
    await userEvent.click(await button('Run again'));
    await waitFor(() => expect(fetched).toBe('huge'), { timeout: 20_000 });
    expect(editor).toHaveValue('size: large\nx: 1');
  });

  it('is not stopped by a second click, but by the button for that', async () => {
    const removePreview = jest.fn(async () => {});
    renderTab('available', {
      startPreview: async () => ({ ok: true, value: { preview: 'portal-1' } }),
      removePreview,
      fetchPreview: async () => ({
        ok: true,
        value: { state: 'running', isIgnored: false },
      }),
    });

    await userEvent.dblClick(await button('Preview'));

    expect(await screen.findByText(/The preview runs/)).toBeVisible();
    expect(removePreview).not.toHaveBeenCalled();

    await userEvent.click(await button('Stop'));

    await waitFor(() =>
      expect(removePreview).toHaveBeenCalledWith(expect.anything(), 'portal-1'),
    );
    expect(await button('Preview')).toBeEnabled();
  });

  it('does not preview what is no YAML', async () => {
    renderTab('available');

    const editor = await screen.findByRole('textbox', {
      name: /What to ask for/,
    });
    await userEvent.clear(editor);
    await userEvent.type(editor, 'size: "');

    expect(await button('Preview')).toBeDisabled();
    expect(await screen.findByRole('alert')).toBeVisible();
  });
});
