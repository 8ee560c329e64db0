import type { Page, Route } from 'playwright-core';
import type { Look } from './Look';

const heading = (name: string | RegExp) => (page: Page) =>
  page.getByRole('heading', { name });
const text = (words: string | RegExp) => (page: Page) => page.getByText(words);
const request = (name: string, tab = '') =>
  `/catalog/default/resource/${name}${tab && `/${tab}`}`;
const promise = (name: string, tab = '') =>
  `/catalog/default/component/${name}${tab && `/${tab}`}`;

const refuse = (status: number, name: string) => (route: Route) =>
  route.fulfill({
    status,
    json: { error: { name, message: 'It is so.' } },
  });

const cart = 'redis.team-a.cart';
const theRequest = /\/api\/kratix\/requests\/sandbox\/redis\/team-a\/cart$/;
const refusals = [
  { status: 403, name: 'NotAllowedError', sign: 'You may not see this.' },
  { status: 404, name: 'NotFoundError', sign: /was removed from the platform/ },
  { status: 503, name: 'ServiceUnavailableError', sign: /does not answer/ },
  { status: 500, name: 'Error', sign: 'Something went wrong.' },
];

/** Everything that the server answers on a page other than that of a request, for somebody who may see none of it. */
const forbidden = [
  { name: 'home', path: '/kratix', url: /\/api\/kratix\// },
  {
    name: 'requests',
    path: '/kratix/requests',
    url: /\/api\/kratix\/requests\?/,
  },
  { name: 'fleet', path: '/kratix/fleet', url: /\/api\/kratix\/fleet/ },
  {
    name: 'service',
    path: promise('redis'),
    url: /\/api\/kratix\/promises\/sandbox\/redis$/,
  },
  {
    name: 'versions',
    path: promise('redis', 'versions'),
    url: /\/rollout$/,
  },
  { name: 'workflow', path: request(cart, 'workflow'), url: /\/runs$/ },
  { name: 'delivery', path: request(cart, 'delivery'), url: /\/delivery$/ },
  { name: 'events', path: request(cart, 'events'), url: /\/events$/ },
  { name: 'manage', path: request(cart, 'manage'), url: /\/operations$/ },
];

/** What a page shows where the portal's server has no answer, or only an old one. */
export const troublePages: readonly Look[] = [
  ...refusals.map(({ status, name, sign }) => ({
    name: `trouble-${status}`,
    path: request(cart),
    sign: text(sign),
    instead: {
      url: theRequest,
      answer: refuse(status, name),
    },
  })),
  ...forbidden.map(({ name, path, url }) => ({
    name: `forbidden-${name}`,
    path,
    sign: text(/^You may not see/),
    instead: { url, answer: refuse(403, 'NotAllowedError') },
  })),
  {
    name: 'trouble-stale',
    path: request(cart),
    sign: heading('Not reported'),
    instead: {
      url: theRequest,
      answer: async (route: Route) => {
        const response = await route.fetch();
        const known = await response.json();
        const freshness = {
          state: 'stale',
          confirmedAt: new Date(Date.now() - 300_000).toISOString(),
          problem: {
            reason: 'unreachable',
            message: 'connection refused',
            since: new Date(Date.now() - 240_000).toISOString(),
          },
        };
        await route.fulfill({ response, json: { ...known, freshness } });
      },
    },
  },
];
