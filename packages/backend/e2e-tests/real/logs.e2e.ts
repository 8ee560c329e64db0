import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { openKnownPage } from '../openPage';
import { createRequest, readRequest } from '../sandboxApi';
import { signInAsGuest, story } from '../story';
import { until } from '../until';
import { readAuditLog } from './auditLog';

const READY_MS = 180_000;
const portal = 'system:serviceaccount:kratix-portal:kratix-portal';

story(
  'the logs of a finished pipeline come from the node by way of the API server',
  async ({ page, shot }) => {
    await signInAsGuest(page);
    await order('logged', { service: 'checkout-api', version: '1.44.0' });
    await until(async () => (await conditionOf('logged')) === 'True', READY_MS);
    await openWorkflow(page, 'logged');

    const steps = page.getByRole('region', { name: 'Steps' });
    await steps
      .getByRole('button', { name: /terraform/ })
      .last()
      .click();
    await logOf(page, 'terraform')
      .getByText('Apply complete! Resources: 2 added', { exact: false })
      .waitFor();
    await shot('real-logs-1-finished');

    // Those of Kratix's own steps as well.
    await steps
      .getByRole('button', { name: /work-writer/ })
      .last()
      .click();
    await logOf(page, 'work-writer')
      .getByText(/Work (created|updated)/)
      .first()
      .waitFor();
    await shot('real-logs-2-kratix');

    const read = readAuditLog().filter(
      ({ user, objectRef, responseStatus }) =>
        user.username === portal &&
        objectRef?.subresource === 'log' &&
        objectRef.namespace === 'team-a' &&
        responseStatus?.code === 200,
    );
    assert.ok(read.length >= 2, `only ${read.length} logs were asked for`);
  },
);

story(
  'of a pipeline that failed for good, the page says where its log went',
  async ({ page, shot }) => {
    await signInAsGuest(page);
    await order('withdrawn', { service: 'ledger', version: '0.0.0' });
    await until(
      async () => (await conditionOf('withdrawn')) === 'False',
      READY_MS,
    );
    await openWorkflow(page, 'withdrawn');

    const steps = page.getByRole('region', { name: 'Steps' });
    await steps
      .getByRole('button', { name: /terraform/ })
      .last()
      .click();
    // Its Job gave up, and Kubernetes took the Pod away with the log in it.
    await page.getByText('The log is gone').first().waitFor();
    await page.getByText(/A Pod is removed when its Job gives up/).waitFor();
    await shot('real-logs-3-gone');

    // The pipeline before it went well, and keeps its log.
    await steps
      .getByRole('button', { name: /terraform/ })
      .first()
      .click();
    await logOf(page, 'terraform')
      .getByText('Plan: 2 to add', { exact: false })
      .waitFor();
    await shot('real-logs-4-before');
  },
);

const logOf = (page: Page, step: string): Locator =>
  page.getByRole('region', { name: `Log of ${step}` }).last();

const order = (name: string, spec: Readonly<Record<string, unknown>>) =>
  createRequest('testenvironments', 'TestEnvironment', { name, spec });

/** Of Reconciled, once it has come to an end. */
async function conditionOf(name: string): Promise<string | undefined> {
  const request = await readRequest('testenvironments', name);
  const conditions = (request?.status?.conditions ?? []) as readonly {
    type: string;
    status: string;
  }[];
  return conditions.find(({ type }) => type === 'Reconciled')?.status;
}

const openWorkflow = (page: Page, name: string) =>
  openKnownPage(
    page,
    `/catalog/default/resource/testenvironment.team-a.${name}/workflow`,
    page.getByRole('region', { name: 'Steps' }),
  );
