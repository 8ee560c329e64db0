import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { openKnownPage } from './openPage';
import { createRequest, readRequest } from './sandboxApi';
import { signInAsGuest, story } from './story';
import { turnPage } from './turnPage';
import { until } from './until';

story(
  'what is wrong with an order is shown at its field, and nothing is created',
  async ({ page, shot }) => {
    await signInAsGuest(page);
    const [taken, free] = [freeName(), freeName()];
    await createRequest('postgresqls', 'PostgreSQL', {
      name: taken,
      spec: { dataClass: 'internal' },
    });
    await openForm(page, 'postgresql');

    await textField(page, 'Name').fill(taken);
    await textField(page, 'Namespace').fill('team-a');
    await page.getByText(/has one named .* already/).waitFor();
    await button(page, 'Next').click();
    await page
      .getByText(/has one of this name already/)
      .first()
      .waitFor();
    await shot('form-1-taken');
    await textField(page, 'Name').fill(free);
    await turnPage(page, 'Next');

    await choose(page, 'Kind of data', 'confidential');
    await numberField(page, 'Storage (GiB)').fill('2');
    await button(page, 'Next').click();
    // The browser says it at the field.
    const storage = numberField(page, 'Storage (GiB)');
    await until(() =>
      storage.evaluate(input => !(input as HTMLInputElement).checkValidity()),
    );
    assert.equal(await storage.isVisible(), true);
    await shot('form-2-invalid');
    await storage.fill('20');

    // Which only the platform knows: a rule over two fields.
    await button(page, 'Next').click();
    const complaint = page.locator('#root_spec_dataClass__error');
    await complaint
      .getByText(/confidential data may live in prod only/)
      .waitFor();
    await shot('form-3-rule');
    assert.equal(await readRequest('postgresqls', free), undefined);

    await choose(page, 'Environment', 'prod');
    await turnPage(page, 'Next');
    await complaint.waitFor({ state: 'detached' });
  },
);

story(
  'a person changes a request, and sees what will differ before it does',
  async ({ page, shot }) => {
    await signInAsGuest(page);
    const name = freeName();
    const spec = { environment: 'dev', size: 'small' };
    await createRequest('redis', 'Redis', { name, spec });
    await openManage(page, `redis.team-a.${name}`);
    await page.getByRole('link', { name: 'Change', exact: true }).click();

    await textField(page, 'Name').waitFor();
    const itsName = textField(page, 'Name');
    await until(async () => (await itsName.inputValue()) === name);
    await until(() => itsName.isDisabled());
    await shot('form-4-change');
    await turnPage(page, 'Next');
    await page.getByText('It cannot be changed later.').waitFor();
    // It is locked by what stands on the platform, which is asked meanwhile.
    await page
      .locator('#root_spec_environment[aria-disabled="true"]')
      .waitFor();
    await page.getByLabel('large', { exact: true }).click();
    await shot('form-5-change-locked');
    await turnPage(page, 'Next');
    // More options
    await turnPage(page, 'Next');

    await page.getByRole('heading', { name: 'What will change' }).waitFor();
    const lines = await page.locator('pre').first().innerText();
    assert.match(lines, /^- {2}size: small$/m);
    assert.match(lines, /^\+ {2}size: large$/m);
    assert.equal(lines.match(/^[+-]/gm)?.length, 2);
    await shot('form-6-change-difference');
    await turnPage(page, 'Review');
    await button(page, 'Order').click();
    await page.getByRole('link', { name: 'Open it' }).waitFor();

    const after = await readRequest('redis', name);
    // As the platform stored it, and nothing beside.
    assert.equal(after?.spec.size, 'large');
    assert.equal(after?.spec.environment, 'dev');
  },
);

for (const [template, plural, fill] of [
  ['redis', 'redis', async () => {}],
  [
    'kafka',
    'kafkatopics',
    async (page: Page) => numberField(page, 'Partitions').fill('3'),
  ],
  [
    'postgresql',
    'postgresqls',
    async (page: Page) => choose(page, 'Kind of data', 'internal'),
  ],
  [
    'appstack',
    'appstacks',
    async (page: Page) => {
      await textField(page, 'Image').fill('shop:1.42.0');
      await textField(page, 'Hostname').fill('shop.example.com');
    },
  ],
] as const) {
  story(`a developer orders ${template}`, async ({ page, shot }) => {
    await signInAsGuest(page);
    const name = freeName();
    await openForm(page, template);
    await textField(page, 'Name').fill(name);
    await textField(page, 'Namespace').fill('team-a');
    await turnPage(page, 'Next');
    await page.locator('[id^="root_spec_"]').first().waitFor();
    await fill(page);
    await shot(`form-order-${template}`);
    await goToCheck(page);
    await page.getByText(/ would take this$/).waitFor();
    await turnPage(page, 'Review');
    await button(page, 'Order').click();
    await page.getByRole('link', { name: 'Open it' }).waitFor();
    assert(await readRequest(plural, name));
  });
}

/** How many pages there are in between is the author's affair. */
async function goToCheck(page: Page) {
  const next = button(page, 'Next');
  const review = button(page, 'Review');
  for (let pages = 0; pages < 5; pages += 1) {
    await next.or(review).first().waitFor();
    if (await review.isVisible()) {
      return;
    }
    await turnPage(page, 'Next');
  }
  assert.fail('The last page does not come');
}

const openForm = (page: Page, template: string) =>
  openKnownPage(
    page,
    `/create/templates/default/${template}`,
    textField(page, 'Name'),
  );

const openManage = (page: Page, entity: string) =>
  openKnownPage(
    page,
    `/catalog/default/resource/${entity}/manage`,
    page.getByRole('link', { name: 'Change', exact: true }),
  );

async function choose(page: Page, field: string, option: string) {
  await page.getByLabel(field).first().click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

const freeName = () => `form-${randomBytes(3).toString('hex')}`;

const escaped = (text: string) => text.replace(/[()]/g, '\\$&');

// A required field's label ends with a star.
const textField = (page: Page, name: string) =>
  page.getByRole('textbox', { name: new RegExp(`^${escaped(name)}( \\*)?$`) });

const numberField = (page: Page, name: string) =>
  page.getByRole('spinbutton', {
    name: new RegExp(`^${escaped(name)}( \\*)?$`),
  });

const button = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true });
