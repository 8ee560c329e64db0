import type { JsonObject } from '@backstage/types';
import { promiseWithSpecSchema } from '../../__fixtures__/parsed';
import { platform } from '../../__fixtures__/platform';
import { checkedPages } from './checkedPages';

describe('checkedPages', () => {
  it.each([
    [
      'with a secret keeps what is asked for off the review',
      { type: 'string', format: 'password' },
      {
        'ui:options': { hasSecrets: true },
        'ui:backstage': { review: { show: false } },
      },
    ],
    ['without one is reviewed', { type: 'string' }, {}],
  ])('of an API %s', (_, pin: JsonObject, expected: JsonObject) => {
    const promise = promiseWithSpecSchema({ properties: { pin } });
    const { api } = promise;
    const [page] = api
      ? checkedPages(promise, api, platform, [
          {
            title: 'Lock',
            schema: { properties: { spec: { properties: { pin } } } },
          },
        ])
      : [];

    expect(page?.properties).toMatchObject({ spec: expected });
    expect(JSON.stringify(page).includes('hasSecrets')).toBe(
      'ui:options' in expected,
    );
  });
});
