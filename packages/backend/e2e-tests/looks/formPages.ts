import type { Page } from 'playwright-core';
import { button, textField } from '../controls';
import { turnPage } from '../turnPage';
import type { Look } from './Look';

const order = (template: string) => `/create/templates/default/${template}`;
const fieldsOf = (page: Page) => page.locator('[id^="root_spec_"]');

/** The pages of a form that come after the first, in a service that has many fields and a rule over two. */
export const formPages: readonly Look[] = [
  {
    name: 'form-fields',
    path: order('postgresql'),
    steps: page => fillIn(page),
    sign: fieldsOf,
  },
  {
    name: 'form-refused',
    path: order('postgresql'),
    steps: async page => {
      await fillIn(page);
      await chooseKindOfData(page, 'confidential');
      await button(page, 'Next').click();
    },
    sign: page => page.locator('#root_spec_dataClass__error'),
  },
  {
    name: 'form-more',
    path: order('appstack'),
    steps: async page => {
      await fillIn(page);
      await textField(page, 'Image').fill('shop:1.42.0');
      await textField(page, 'Hostname').fill('shop.example.com');
      await turnPage(page, 'Next');
    },
    sign: fieldsOf,
  },
  {
    name: 'form-check',
    path: order('postgresql'),
    steps: async page => {
      await goToCheck(page);
      await page.getByText(/ would take this$/).waitFor();
    },
    sign: page => page.getByRole('heading', { name: 'What will be sent' }),
  },
  {
    name: 'form-review',
    path: order('postgresql'),
    steps: async page => {
      await goToCheck(page);
      await page.getByText(/ would take this$/).waitFor();
      await turnPage(page, 'Review');
    },
    sign: page => button(page, 'Order'),
  },
];

/** As the page of the request fills it in, and one thing added that nobody has set. */
const change = `${order('redis')}?formData=${encodeURIComponent(
  JSON.stringify({
    objname: 'cart',
    objnamespace: 'team-a',
    spec: {
      environment: 'prod',
      size: 'medium',
      evictionPolicy: 'allkeys-lru',
      version: '7.4',
      persistence: { enabled: true },
    },
    mode: 'change',
  }),
)}`;

/** The same form where it changes what stands already. */
export const changePages: readonly Look[] = [
  {
    name: 'change',
    path: change,
    steps: page => textField(page, 'Name').waitFor(),
    sign: page => page.getByRole('textbox', { name: /^Name/, disabled: true }),
  },
  {
    name: 'change-locked',
    path: change,
    steps: async page => {
      await textField(page, 'Name').waitFor();
      await turnPage(page, 'Next');
    },
    sign: page => page.locator('#root_spec_environment[aria-disabled="true"]'),
  },
  {
    name: 'change-difference',
    path: change,
    steps: async page => {
      await textField(page, 'Name').waitFor();
      for (let pages = 0; pages < 3; pages += 1) {
        await turnPage(page, 'Next');
      }
    },
    sign: page => page.getByRole('heading', { name: 'What will change' }),
  },
];

/** A name that is nobody's: nothing is sent. */
async function fillIn(page: Page): Promise<void> {
  await textField(page, 'Name').fill('to-be-looked-at');
  await textField(page, 'Namespace').fill('team-a');
  await turnPage(page, 'Next');
  await fieldsOf(page).first().waitFor();
}

async function goToCheck(page: Page): Promise<void> {
  await fillIn(page);
  await chooseKindOfData(page, 'internal');
  // More options
  await turnPage(page, 'Next');
  await turnPage(page, 'Next');
}

async function chooseKindOfData(page: Page, kind: string): Promise<void> {
  await page.getByLabel('Kind of data').first().click();
  await page.getByRole('option', { name: kind, exact: true }).click();
}
