import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { OperationName } from '@kratix-portal/backstage-plugin-kratix-common';
import { Link, useLocation } from 'react-router-dom';
import { anOperationsApi, operationsStates } from '../../../__fixtures__';
import { kratixOperationsApiRef, type OperationsApi } from '../../../api';
import { useWrite } from '../../../hooks';
import { RemoveSection } from './RemoveSection';

jest.setTimeout(30_000);

const requestRef = {
  platform: 'dev',
  promise: 'test-environment',
  namespace: 'team-a',
  name: 'checkout-v2',
};

/** The tab with what an entity's menu does on it, and the address it is at. */
function Subject({ id }: { id: string }) {
  const { write, ask, settle } = useWrite<OperationName>(() => {});
  const { search } = useLocation();
  const answer = operationsStates(Date.now()).find(
    state => state.id === id,
  )?.answer;
  if (!answer?.ok) {
    throw new Error(`No state ${id}`);
  }
  return (
    <>
      <Link to="?tab=here&ask=remove">Menu</Link>
      <p>{search}</p>
      <RemoveSection
        requestRef={requestRef}
        known={answer.value}
        write={write}
        ask={ask}
        settle={settle}
      />
    </>
  );
}

function renderSection(
  options: {
    id?: string;
    address?: string;
    deleteRequest?: OperationsApi['deleteRequest'];
  } = {},
) {
  const { id = 'available', address = '/', deleteRequest } = options;
  renderInTestApp(<Subject id={id} />, {
    initialRouteEntries: [address],
    apis: [
      [
        kratixOperationsApiRef,
        anOperationsApi(deleteRequest && { deleteRequest }),
      ],
    ],
  });
}

const dialog = () => screen.findByRole('dialog');
const isClosed = () =>
  waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
const keepIt = async () => {
  await userEvent.click(
    within(await dialog()).getByRole('button', { name: 'Keep it' }),
  );
  await isClosed();
};
const confirm = async () => {
  const field = within(await dialog()).getByRole('textbox');
  await userEvent.type(field, 'checkout-v2{Enter}');
};

describe('RemoveSection', () => {
  // On the tab itself it did nothing, and elsewhere it worked once.
  it('asks whenever the menu of the entity leads here', async () => {
    renderSection();

    await userEvent.click(await screen.findByRole('link', { name: 'Menu' }));
    await keepIt();
    await userEvent.click(screen.getByRole('link', { name: 'Menu' }));
    await keepIt();

    expect(await screen.findByText('?tab=here')).toBeInTheDocument();
  });

  it('asks once of who comes from elsewhere, and removes', async () => {
    const deleteRequest = jest.fn(async () => ({
      ok: true as const,
      value: { operation: 'delete' as const, uid: 'b6f7' },
    }));
    renderSection({ address: '/?ask=remove', deleteRequest });

    await confirm();

    await isClosed();
    expect(deleteRequest).toHaveBeenCalledTimes(1);
  });

  it('leads to the reason where it cannot be removed, and asks nothing later', async () => {
    renderSection({ id: 'forbidden-writes', address: '/?tab=here&ask=remove' });

    expect(
      await screen.findByRole('button', { name: 'Remove…' }),
    ).toBeDisabled();
    expect(await screen.findByText('?tab=here')).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  // What the last attempt said stood there as if this one had failed already.
  it('begins anew after it failed', async () => {
    const message = 'managed by argocd-controller';
    renderSection({
      deleteRequest: async () => ({
        ok: false,
        problem: { kind: 'failed', message },
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Remove…' }),
    );
    await confirm();
    expect(
      await within(await dialog()).findByText(new RegExp(message)),
    ).toBeInTheDocument();
    await keepIt();

    await userEvent.click(screen.getByRole('button', { name: 'Remove…' }));

    expect(
      within(await dialog()).queryByText(new RegExp(message)),
    ).not.toBeInTheDocument();
  });
});
