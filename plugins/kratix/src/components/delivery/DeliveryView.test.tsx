import axe from 'axe-core';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { DeliverySubject } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  aKratixApi,
  deliveryFileStates,
  deliveryStates,
} from '../../__fixtures__';
import { kratixApiRef, type KratixApi } from '../../api';
import { DeliveryView } from './DeliveryView';

jest.setTimeout(30_000);

const subject: DeliverySubject = {
  platform: 'dev',
  promise: 'redis',
  namespace: 'team-a',
  name: 'cache',
};

function renderState(
  id: string,
  options: {
    path?: string;
    file?: KratixApi['fetchDeliveryFile'];
    subject?: DeliverySubject;
  } = {},
) {
  const state = deliveryStates(Date.now()).find(each => each.id === id);
  if (!state) {
    throw new Error(`No state ${id}`);
  }
  const { answer } = state;
  const fetchDelivery: KratixApi['fetchDelivery'] = () =>
    answer ? Promise.resolve(answer) : new Promise(() => {});
  const fetchDeliveryFile = jest.fn<
    ReturnType<KratixApi['fetchDeliveryFile']>,
    Parameters<KratixApi['fetchDeliveryFile']>
  >(
    options.file ??
      (async (_, { path }) =>
        deliveryFileStates().find(file => path.endsWith(file.id))?.answer ?? {
          ok: false,
          problem: { kind: 'notFound', message: 'none' },
        }),
  );
  const rendered = renderInTestApp(
    <DeliveryView subject={options.subject ?? subject} />,
    {
      initialRouteEntries: [options.path ?? '/'],
      apis: [[kratixApiRef, aKratixApi({ fetchDelivery, fetchDeliveryFile })]],
    },
  );
  return { ...rendered, fetchDeliveryFile };
}

describe('DeliveryView', () => {
  it.each([
    ['nothing', 'Nothing to deliver yet'],
    ['delivered', '3 files in one place.'],
    ['two-places', '4 files in 2 places.'],
    ['not-written', 'It belongs to dev-1; its files are being written.'],
    ['nowhere', 'No Destination has environment=moon.'],
    ['misplaced', /It was placed on dev-1, whose labels no longer match/],
    ['write-fails', 'Writing to default fails (AccessDenied).'],
    ['store-not-ready', /default cannot be used now/],
    ['forbidden', /may not/],
    ['unreachable', /does not answer/],
    ['gone', /cache/],
  ])('says of a delivery that is %s how it stands', async (id, text) => {
    renderState(id);

    expect((await screen.findAllByText(text)).length).toBeGreaterThan(0);
  });

  it('loads in the shape of what will come', async () => {
    renderState('loading');

    expect(await screen.findByText('Loading')).toHaveAttribute(
      'role',
      'status',
    );
  });

  it('opens a file by keyboard', async () => {
    const { fetchDeliveryFile } = renderState('delivered');
    const work = await screen.findByRole('button', { name: /^Work\s*3 files/ });
    work.focus();
    await userEvent.keyboard('{Enter}');

    const panel = await screen.findByRole('region', { name: 'Files of apply' });
    expect(panel).toHaveFocus();
    expect(work).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(
      within(panel).getByRole('button', { name: 'namespace.yaml' }),
    );

    await waitFor(() => expect(panel).toHaveTextContent(/kind: Namespace/));
    expect(fetchDeliveryFile).toHaveBeenCalledWith(
      subject,
      {
        work: 'redis-cache-apply-1f3a9',
        group: '5058f1af8388633f609cadb75a75dc9d',
        path: 'namespace.yaml',
      },
      expect.anything(),
    );
  });

  it('shows what a link shows, and takes no focus', async () => {
    const lane = encodeURIComponent(
      'redis-cache-apply-1f3a9/5058f1af8388633f609cadb75a75dc9d',
    );
    renderState('delivered', {
      path: `/?of=${lane}&show=files&file=logo.png`,
    });

    expect(
      await screen.findByText(
        'This file is not text (2.0 kB). It is delivered as it is.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: 'Files of apply' }),
    ).not.toHaveFocus();
  });

  it('says what is left out of a file', async () => {
    renderState('delivered');
    await userEvent.click(
      await screen.findByRole('button', { name: /^Work\s*3 files/ }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'database/cluster.yaml' }),
    );

    expect(
      await screen.findByText('Values of Secrets are not shown.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Only the first 90 B are shown.')).toBeVisible();
    expect(screen.getByText(/cannot be seen/)).toBeVisible();
  });

  it('says that a file is there no more', async () => {
    renderState('delivered', {
      file: async () => ({
        ok: false,
        problem: { kind: 'notFound', message: 'none' },
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /^Work\s*3 files/ }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'logo.png' }));

    expect(
      await screen.findByText(/This file is not delivered any more/),
    ).toBeInTheDocument();
  });

  it('sets labels against labels where nothing fits, unasked', async () => {
    renderState('nowhere');

    const table = await screen.findByRole('table');
    const asked = within(table).getByRole('row', { name: /environment=moon/ });
    expect(asked).toHaveTextContent('by the Promise');
    expect(asked).toHaveTextContent('instead of dev by the pipeline');
    expect(asked).toHaveTextContent('is dev');
    expect(
      within(table).getByRole('row', { name: /zone=a/ }),
    ).toHaveTextContent('missing');
    expect(
      screen.getByText(
        'kubectl label destination dev-1 environment=moon zone=a --overwrite',
      ),
    ).toBeVisible();
  });

  it('says of the store what it says', async () => {
    renderState('store-not-ready');
    await userEvent.click(
      await screen.findByRole('button', { name: /^State store/ }),
    );

    const panel = screen.getByRole('region', { name: 'State store default' });
    expect(panel).toHaveTextContent('InvalidAccessKeyId');
    expect(panel).toHaveTextContent('minio.platform.svc:9000/default');
  });

  it('closes what it opened by itself', async () => {
    renderState('nowhere');
    await userEvent.click(await screen.findByRole('button', { name: 'Close' }));

    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  // Whoever uses the keyboard began at the top of the page again.
  it('gives the focus back to what opened the panel, or would have', async () => {
    renderState('delivered');
    const work = await screen.findByRole('button', { name: /^Work\s*3 files/ });
    await userEvent.click(work);
    const close = () => screen.findByRole('button', { name: 'Close' });
    (await close()).focus();

    await userEvent.keyboard('{Enter}');

    expect(
      screen.queryByRole('region', { name: 'Files of apply' }),
    ).not.toBeInTheDocument();
    expect(work).toHaveFocus();
  });

  it('gives the focus to the node of a panel that opened by itself', async () => {
    renderState('nowhere');

    await userEvent.click(await screen.findByRole('button', { name: 'Close' }));

    expect(
      screen.getByRole('button', { name: /No Destination/ }),
    ).toHaveFocus();
  });

  it.each(['delivered', 'nowhere', 'two-places', 'store-not-ready'])(
    'is understood by a screen reader when it is %s',
    async id => {
      const { container } = renderState(id);
      await screen.findByRole('group', {
        name: 'From the request to the state store',
      });

      const { violations } = await axe.run(container, {
        // Colours are looked at in a browser; jsdom has none.
        rules: { 'color-contrast': { enabled: false } },
      });
      expect(
        violations.map(({ id: rule, nodes }) => [rule, nodes[0]?.html]),
      ).toEqual([]);
    },
  );
});
