import type { Look } from './Look';

/** What only several platforms show. */
export const fleetPages: readonly Look[] = [
  {
    name: 'fleet',
    path: '/kratix/fleet',
    sign: page => page.getByText('Behind'),
  },
  {
    name: 'impact',
    path: '/kratix/fleet/redis?on=prod&with=platform:dev',
    sign: page => page.getByRole('heading', { name: /^Breaking/ }),
  },
  {
    name: 'fleet-requests',
    path: '/kratix/requests',
    sign: page => page.getByRole('rowheader').first(),
  },
  {
    name: 'rollout',
    path: '/catalog/prod/component/redis/versions',
    sign: page => page.getByRole('rowheader').first(),
  },
  {
    name: 'service-of-several',
    path: '/catalog/prod/component/redis',
    sign: page => page.getByRole('heading', { name: 'Available' }),
  },
];
