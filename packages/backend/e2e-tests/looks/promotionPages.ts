import type { Look } from './Look';

const service = '/catalog/prod/component/message-queue';

/** While a promotion waits for its review, as promotion.e2e.ts leaves them. */
export const promotionPages: readonly Look[] = [
  {
    name: 'promotion-form',
    path: `/create/templates/prod/kratix_promote?formData=${encodeURIComponent(
      JSON.stringify({ promise: 'message-queue', from: 'dev' }),
    )}`,
    steps: page => page.getByRole('heading', { level: 1 }).first().waitFor(),
    sign: page => page.locator('#root_promise'),
  },
];

/** After a rollout, of which one was taken back. */
export const rolloutPages: readonly Look[] = [
  {
    name: 'rollout-one-back',
    path: `${service}/versions`,
    sign: page => page.getByText('1 of 5 are not at v1.1.1.'),
  },
];
