import { button, textField } from '../controls';
import type { Look } from './Look';

const filledIn = (template: string, values: object) =>
  `/create/templates/${template}?formData=${encodeURIComponent(
    JSON.stringify(values),
  )}`;
/** As the pages of the request and of the service fill them in. */
const copyForm = filledIn('staging/redis', {
  objname: 'fraud-scores',
  objnamespace: 'team-b',
  spec: { environment: 'staging', version: '7.2' },
});
const rolloutForm = filledIn('prod/kratix_rollout', {
  promise: 'redis',
  version: 'v0.3.0',
  batchSize: 2,
  scope: 'all',
});

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
  {
    name: 'impact-file',
    path: '/kratix/fleet/redis?on=prod&with=file',
    sign: page => page.getByRole('textbox', { name: /The Promise as YAML/ }),
  },
  {
    name: 'impact-nothing-chosen',
    path: '/kratix/fleet/redis',
    sign: page => page.getByRole('button', { name: /On platform/ }),
  },
  {
    name: 'copies',
    path: '/catalog/dev/resource/redis.team-a.cart/manage',
    sign: page => page.getByText('This does not fit there:'),
  },
  {
    name: 'copy-form',
    path: copyForm,
    steps: page => textField(page, 'Name').waitFor(),
    sign: page => page.getByRole('textbox', { name: /^Namespace/ }),
  },
  {
    name: 'rollout-form',
    path: rolloutForm,
    steps: page => button(page, 'Review').or(button(page, 'Next')).waitFor(),
    sign: page => page.locator('#root_version'),
  },
];
