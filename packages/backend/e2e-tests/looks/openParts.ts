import { button } from '../controls';
import type { Look } from './Look';

const request = (name: string, tab: string) =>
  `/catalog/default/resource/${name}/${tab}`;

/** Of everything a preview can say something. */
const aPreview = {
  state: 'done',
  isComplete: false,
  message: 'Preview is incomplete; these components failed: vault/keys',
  sections: [
    {
      pipeline: 'redis-configure',
      notes: [],
      files: [
        {
          path: 'cache.yaml',
          change: 'changed',
          diff: '   name: cart\n-  size: medium\n+  size: large\n@@\n   zone: a',
          isCut: false,
        },
        {
          path: 'alerts.yaml',
          change: 'added',
          diff: '+kind: PrometheusRule',
          isCut: true,
        },
      ],
    },
    {
      component: { promise: 'vault', name: 'keys' },
      notes: ['Dry run failed. A Configure Pipeline has failed: keys'],
      files: [],
    },
  ],
};

/** What a click opens on the pages of a request. */
export const openParts: readonly Look[] = [
  {
    name: 'menu',
    path: request('redis.team-a.cart', 'events'),
    steps: async page => {
      await page.getByText('PipelineStarted').first().waitFor();
      await page.getByRole('button', { name: 'More' }).click();
    },
    sign: page => page.getByRole('menuitem', { name: 'Run again' }),
  },
  {
    name: 'log-search',
    path: request('testenvironment.team-b.ledger-2-0', 'workflow'),
    steps: async page => {
      await page.getByRole('searchbox', { name: /Search/ }).fill('e');
      await page.getByText(/^1 of \d+$/).waitFor();
      await button(page, 'Next match').click();
    },
    sign: page => page.getByText(/^2 of \d+$/),
  },
  {
    name: 'delivered-file',
    path: request('redis.team-a.cart', 'delivery'),
    steps: page => page.getByRole('button', { name: /^Work\s*1 file/ }).click(),
    sign: page =>
      page.getByRole('region', { name: /^Files of/ }).getByText('StatefulSet'),
  },
  {
    name: 'delivered-where',
    path: request('redis.team-a.cart', 'delivery'),
    steps: page =>
      page.getByRole('button', { name: /^Destination\s*prod/ }).click(),
    sign: page => page.getByRole('heading', { name: 'Delivered' }),
  },
  {
    name: 'remove',
    path: request('testenvironment.team-b.ledger-2-0', 'manage'),
    steps: page => button(page, 'Remove…').click(),
    sign: page => page.getByRole('dialog').getByText(/^First, .* runs/),
  },
  {
    name: 'preview',
    path: request('redis.team-a.cart', 'manage'),
    steps: page => button(page, 'Preview').click(),
    sign: page => page.getByText('1 added, 1 changed, 0 removed'),
    instead: {
      url: /\/cart\/previews/,
      answer: route =>
        route.fulfill({
          json:
            route.request().method() === 'POST' ? { preview: 'one' } : aPreview,
        }),
    },
  },
];
