import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  anOperationsApi,
  aReport,
  aRequest,
  operationsStates,
} from '../../__fixtures__';
import { kratixOperationsApiRef } from '../../api';
import { OperationHint } from './OperationHint';

const nowMs = Date.now();
const paused = aRequest(nowMs, { report: aReport(nowMs, { phase: 'Paused' }) });
const accepted = {
  ok: true,
  value: { operation: 'unpause', uid: 'b6f7' },
} as const;

function renderHint(state: string) {
  const answer = operationsStates(nowMs).find(({ id }) => id === state)?.answer;
  const operate = jest.fn(async () => accepted);
  const api = anOperationsApi({
    operate,
    fetchOperations: async () => answer ?? new Promise(() => {}),
  });
  renderInTestApp(<OperationHint request={paused} actions={['resume']} />, {
    apis: [[kratixOperationsApiRef, api]],
  });
  return operate;
}

describe('OperationHint', () => {
  it('does the next thing itself', async () => {
    const operate = renderHint('paused');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Resume' }),
    );

    expect(operate).toHaveBeenCalledWith(paused.ref, {
      name: 'unpause',
      body: { uid: 'b6f7' },
    });
    expect(screen.queryByText(/^kubectl label/)).toBeNull();
  });

  it.each(['forbidden-writes', 'silent-platform'])(
    'names the command where the portal may not, or cannot: %s',
    async state => {
      renderHint(state);

      expect(await screen.findByText(/^kubectl label/)).toBeVisible();
      expect(screen.queryByRole('button', { name: 'Resume' })).toBeNull();
    },
  );
});
