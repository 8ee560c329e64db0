import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type {
  CopiesResponse,
  CopyTarget,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixRolloutApiRef, type RolloutApi } from '../../api';
import { orderRouteRef } from '../../routes';
import { CopySection } from './CopySection';

jest.setTimeout(30_000);

const requestRef = {
  platform: 'dev',
  promise: 'redis',
  namespace: 'team-a',
  name: 'cache',
};

const target = (changes: Partial<CopyTarget> = {}): CopyTarget => ({
  platform: 'prod',
  platformTitle: 'Production',
  version: 'v0.3.0',
  form: {
    template: 'template:prod/kratix_redis',
    formData: { name: 'cache', spec: { size: 'small' } },
  },
  verdict: 'valid',
  reasons: [],
  differences: [],
  ...changes,
});

type Answer = Awaited<ReturnType<RolloutApi['fetchCopies']>>;

function renderCopies(answer: Answer | CopiesResponse, hasForms = true) {
  const api: RolloutApi = {
    fetchRollout: () => new Promise(() => {}),
    fetchCopies: async () =>
      'ok' in answer ? answer : { ok: true, value: answer },
  };
  renderInTestApp(
    <>
      <h2>Manage</h2>
      <CopySection requestRef={requestRef} />
    </>,
    {
      apis: [[kratixRolloutApiRef, api]],
      mountedRoutes: hasForms
        ? {
            '/create/templates/:namespace/:templateName':
              orderRouteRef as never,
          }
        : {},
    },
  );
}

const heading = () =>
  screen.findByRole('heading', { name: 'Copy to another platform' });

describe('CopySection', () => {
  it('leads to the form of the other platform, filled in as the request is', async () => {
    renderCopies({ targets: [target()], unknown: [] });

    const link = await screen.findByRole('link', {
      name: 'Order on Production…',
    });
    const { pathname, searchParams } = new URL(
      link.getAttribute('href') ?? '',
      'http://x',
    );
    expect(pathname).toBe('/create/templates/prod/kratix_redis');
    expect(JSON.parse(searchParams.get('formData') ?? '')).toEqual({
      name: 'cache',
      spec: { size: 'small' },
    });
    expect(screen.getByText('Everything fits.')).toBeVisible();
    expect(screen.getByText('version v0.3.0')).toBeVisible();
  });

  it('points at what does not fit, and still leads there', async () => {
    renderCopies({
      targets: [
        target({
          verdict: 'refused',
          reasons: [
            { path: 'spec.size', message: 'must be one of "medium", "large"' },
          ],
          differences: [{ path: 'spec.backup', after: true }],
        }),
      ],
      unknown: [],
    });

    expect(await screen.findByText('This does not fit there:')).toBeVisible();
    expect(
      screen.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual([
      'spec.size must be one of "medium", "large"',
      'spec.backup: not set → true',
    ]);
    expect(
      screen.getByRole('link', { name: 'Order on Production…' }),
    ).toBeVisible();
  });

  it('names ten fields, and counts the rest', async () => {
    const differences = Array.from({ length: 12 }, (_, index) => ({
      path: `spec.f${index}`,
      before: index,
    }));
    renderCopies({
      targets: [target({ verdict: 'changed', differences })],
      unknown: [],
    });

    expect(
      await screen.findByText('It would say something else there:'),
    ).toBeVisible();
    const items = screen.getAllByRole('listitem');
    expect(items).toHaveLength(11);
    expect(items.at(-1)).toHaveTextContent('And 2 more.');
  });

  it('says which platforms it knows nothing of', async () => {
    renderCopies({ targets: [], unknown: ['Staging', 'Production'] });

    await heading();
    expect(
      screen.getByText('Staging, Production: not known now.'),
    ).toBeVisible();
  });

  it('says what would happen also where the app has no forms', async () => {
    renderCopies({ targets: [target()], unknown: [] }, false);

    expect(await screen.findByText('Everything fits.')).toBeVisible();
    expect(screen.queryByRole('link', { name: /^Order on/ })).toBeNull();
  });

  it.each<[string, Answer]>([
    [
      'there is no other platform',
      { ok: true, value: { targets: [], unknown: [] } },
    ],
    [
      'the page has said already why nothing is known',
      { ok: false, problem: { kind: 'forbidden', message: '' } },
    ],
  ])('takes no room where %s', async (_, answer) => {
    renderCopies(answer);

    await screen.findByRole('heading', { name: 'Manage' });
    expect(
      screen.queryByRole('heading', { name: 'Copy to another platform' }),
    ).toBeNull();
  });
});
