import axe from 'axe-core';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { aKratixApi, someEvents } from '../../__fixtures__';
import { kratixApiRef, type KratixApi } from '../../api';
import { EventsView } from './EventsView';

jest.setTimeout(30_000);

function render(fetchEvents: KratixApi['fetchEvents']) {
  return renderInTestApp(
    <EventsView subject={{ platform: 'dev', promise: 'redis' }} />,
    { apis: [[kratixApiRef, aKratixApi({ fetchEvents })]] },
  );
}

describe('EventsView', () => {
  it('folds routine away until it is asked for', async () => {
    render(async () => ({ ok: true, value: someEvents(Date.now()) }));

    expect(await screen.findByText('WorkplacementsFailing')).toBeVisible();
    expect(screen.getByText(/12 times/)).toBeVisible();
    expect(screen.queryByText('ReconcileStarted')).not.toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('switch', { name: 'Show 1 routine event' }),
    );
    expect(screen.getByText('ReconcileStarted')).toBeVisible();
  });

  it('says that there are none, and why', async () => {
    render(async () => ({
      ok: true,
      value: { events: [], isComplete: true, readAt: '2026-08-20T10:00:00Z' },
    }));

    expect(
      await screen.findByText('The platform keeps them for about an hour.'),
    ).toBeVisible();
  });

  it('is understood by a screen reader', async () => {
    const { container } = render(async () => ({
      ok: true,
      value: someEvents(Date.now()),
    }));
    await screen.findByText('WorkplacementsFailing');

    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
