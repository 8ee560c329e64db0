import { screen } from '@testing-library/react';
import {
  coreExtensionData,
  createExtensionInput,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import kratixPlugin from '..';

jest.setTimeout(60_000);

/** Shows what the catalog's page of an entity gets of each tab: where it leads, and its title. */
const tabs = PageBlueprint.makeWithOverrides({
  name: 'tabs',
  inputs: {
    contents: createExtensionInput(
      [
        coreExtensionData.reactElement,
        coreExtensionData.routePath,
        EntityContentBlueprint.dataRefs.title,
      ],
      { replaces: [{ id: 'page:catalog/entity', input: 'contents' }] },
    ),
  },
  factory: (originalFactory, { inputs }) =>
    originalFactory({
      path: '/',
      loader: async () => (
        <ul>
          {inputs.contents.map(content => {
            const path = content.get(coreExtensionData.routePath);
            const title = content.get(EntityContentBlueprint.dataRefs.title);
            return <li key={path}>{`${path} ${title}`}</li>;
          })}
        </ul>
      ),
    }),
});

function titled(title: string) {
  return { config: { title } };
}

describe('the titles of tabs', () => {
  it('are what the app’s configuration says', async () => {
    renderTestApp({
      features: [kratixPlugin],
      extensions: [tabs],
      config: {
        app: {
          extensions: [
            { 'entity-content:kratix/delivery': titled('Auslieferung') },
            { 'entity-content:kratix/events': titled('Ereignisse') },
            { 'entity-content:kratix/manage': titled('Verwalten') },
            { 'entity-content:kratix/requests': titled('Bestellungen') },
            { 'entity-content:kratix/versions': titled('Versionen') },
            { 'entity-content:kratix/workflow': titled('Ablauf') },
          ],
        },
      },
    });

    await screen.findByText('/delivery Auslieferung', {}, { timeout: 20_000 });
    expect(
      screen
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent)
        .filter(text => text?.startsWith('/'))
        .sort(),
    ).toEqual([
      '/delivery Auslieferung',
      '/events Ereignisse',
      '/manage Verwalten',
      '/requests Bestellungen',
      '/versions Versionen',
      '/workflow Ablauf',
    ]);
  });
});
