import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { ImpactCandidate } from '@kratix-portal/backstage-plugin-kratix-common';
import { orderRouteRef } from '../../routes';
import { PromoteLink } from './PromoteLink';

jest.setTimeout(30_000);

const prod = {
  name: 'prod',
  title: 'Production',
  isSandbox: false,
  isKnown: true,
  promotion: { template: 'template:prod/kratix_promote' },
};

function renderLink(
  candidate: ImpactCandidate,
  { platform = prod as Parameters<typeof PromoteLink>[0]['platform'] } = {},
  hasForms = true,
) {
  renderInTestApp(
    <>
      <h2>Redis</h2>
      <PromoteLink {...{ platform, candidate }} promise="redis" />
    </>,
    {
      mountedRoutes: hasForms
        ? {
            '/create/templates/:namespace/:templateName':
              orderRouteRef as never,
          }
        : {},
    },
  );
}

const ofDev: ImpactCandidate = { type: 'platform', platform: 'dev' };

describe('PromoteLink', () => {
  it('leads to the form of the platform that gets it, filled in', async () => {
    renderLink(ofDev);

    const link = await screen.findByRole('link', {
      name: 'Promote to Production…',
    });
    const { pathname, searchParams } = new URL(
      link.getAttribute('href') ?? '',
      'http://x',
    );
    expect(pathname).toBe('/create/templates/prod/kratix_promote');
    expect(JSON.parse(searchParams.get('formData') ?? '')).toEqual({
      promise: 'redis',
      from: 'dev',
    });
  });

  it.each<[string, Parameters<typeof renderLink>]>([
    [
      'the candidate is a version of its own',
      [{ type: 'revision', version: 'v1' }],
    ],
    ['the candidate is a file', [{ type: 'file', text: 'kind: Promise' }]],
    [
      'the configuration names no way',
      [ofDev, { platform: { ...prod, promotion: undefined } }],
    ],
    ['the app has no forms', [ofDev, undefined, false]],
  ])('is not there where %s', async (_, args) => {
    renderLink(...args);

    await screen.findByRole('heading', { name: 'Redis' });
    expect(screen.queryByRole('link', { name: /^Promote/ })).toBeNull();
  });
});
