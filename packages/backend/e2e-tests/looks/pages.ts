import type { Page } from 'playwright-core';
import type { Look } from './Look';

const heading = (name: string | RegExp) => (page: Page) =>
  page.getByRole('heading', { name });
const text = (words: string | RegExp) => (page: Page) => page.getByText(words);
/** Any: which rows are on the first page of a table depends on what other stories have ordered. */
const row = (page: Page) => page.getByRole('rowheader');

const request = (name: string, tab = '') =>
  `/catalog/default/resource/${name}${tab && `/${tab}`}`;
const promise = (name: string, tab = '') =>
  `/catalog/default/component/${name}${tab && `/${tab}`}`;

/** Every tab of a request, and its first one in each state that examples/ has. */
export const requestPages: readonly Look[] = [
  {
    name: 'ready',
    path: request('redis.team-a.sessions'),
    sign: heading(/^Ready/),
  },
  {
    name: 'busy',
    path: request('testenvironment.team-a.checkout-1-43-rc1'),
    sign: heading(/^Setting up/),
  },
  {
    name: 'failed',
    path: request('testenvironment.team-b.ledger-2-0'),
    sign: page => page.getByRole('link', { name: /^Show the log of/ }),
  },
  {
    name: 'suspended',
    path: request('postgresql.team-a.reporting'),
    sign: page => page.getByRole('button', { name: 'Let it go on' }),
  },
  {
    name: 'paused',
    path: request('postgresql.team-b.ledger'),
    sign: heading('Paused'),
  },
  {
    name: 'nowhere-to-go',
    path: request('redis.team-b.load-test'),
    sign: heading('Nowhere to go'),
  },
  {
    name: 'not-available',
    path: request('kafka.team-b.payment-events'),
    sign: heading('Service not available'),
  },
  {
    name: 'compound',
    path: request('appstack.team-a.shop'),
    sign: text('2 of 2 parts ready.'),
  },
  {
    name: 'workflow',
    path: request('testenvironment.team-b.ledger-2-0', 'workflow'),
    sign: text('Error: Invalid value for variable'),
  },
  {
    name: 'delivery',
    path: request('redis.team-a.sessions', 'delivery'),
    sign: heading('Delivered'),
  },
  {
    name: 'delivery-refused',
    path: request('redis.team-b.edge-tokens', 'delivery'),
    sign: heading('Cannot be written'),
  },
  {
    name: 'misplaced',
    path: request('postgresql.team-b.archive'),
    sign: heading('In the wrong place'),
  },
  {
    name: 'delivery-nowhere',
    path: request('redis.team-b.load-test', 'delivery'),
    sign: text('Asked for'),
  },
  {
    name: 'events',
    path: request('testenvironment.team-b.ledger-2-0', 'events'),
    sign: text('PipelineStarted'),
  },
  {
    name: 'manage',
    path: request('postgresql.team-a.reporting', 'manage'),
    sign: heading('Preview a change'),
  },
];

/** As the catalog's collator describes entities to the search. */
const found = [
  {
    title: 'Redis',
    text: 'An in-memory cache with a password of its own',
    location: promise('redis'),
    kind: 'Component',
    componentType: 'kratix-promise',
    owner: 'group:default/platform',
  },
  {
    title: 'cart',
    text: 'Redis in team-a on Sandbox',
    location: request('redis.team-a.cart'),
    kind: 'Resource',
    componentType: 'kratix-resource',
    owner: 'user:default/guest',
  },
].map((document, index) => ({
  type: 'software-catalog',
  document: {
    namespace: 'default',
    lifecycle: '',
    authorization: {
      resourceRef: `${document.kind}:default/${document.title}`,
    },
    ...document,
  },
  rank: index + 1,
}));

/** Of every other kind of page one. */
export const pages: readonly Look[] = [
  {
    name: 'catalog',
    path: '/?filters[kind]=resource&filters[type]=kratix-resource&filters[user]=all',
    sign: page => page.getByRole('cell', { name: 'Ready' }),
  },
  { name: 'home', path: '/kratix', sign: text('prod-clusters') },
  {
    name: 'requests',
    path: '/kratix/requests',
    sign: row,
  },
  { name: 'service', path: promise('redis'), sign: heading('Available') },
  {
    name: 'service-not-available',
    path: promise('kafka'),
    sign: heading('Not available'),
  },
  {
    name: 'service-needs',
    path: promise('appstack'),
    sign: text('It needs'),
  },
  {
    name: 'service-requests',
    path: promise('redis', 'requests'),
    sign: row,
  },
  {
    name: 'service-versions',
    path: promise('redis', 'versions'),
    sign: row,
  },
  {
    name: 'service-workflow',
    path: promise('redis', 'workflow'),
    sign: heading('No workflow of its own has run'),
  },
  {
    name: 'service-manage',
    path: promise('redis', 'manage'),
    sign: page => page.getByRole('main').getByRole('heading', { level: 3 }),
  },
  {
    name: 'api',
    path: '/catalog/default/api/redis',
    sign: text('Order a Redis'),
  },
  {
    name: 'service-delivery',
    path: promise('monitoring', 'delivery'),
    sign: heading('Delivered'),
  },
  {
    name: 'form',
    path: '/create/templates/default/redis',
    sign: page => page.getByRole('textbox', { name: /^Namespace/ }),
  },
  { name: 'create', path: '/create', sign: text('Kafka topic') },
  {
    name: 'search',
    path: '/search?query=redis',
    sign: text('Redis in team-a on Sandbox'),
    // The index is built every ten minutes, and may know of nothing yet.
    instead: {
      url: /\/api\/search\/query/,
      answer: route => route.fulfill({ json: { results: found } }),
    },
  },
  {
    name: 'settings',
    path: '/settings',
    sign: page => page.getByText('Sign out').or(page.getByText('Theme')),
  },
];
