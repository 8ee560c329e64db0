import path from 'node:path';
import { findCondition } from '../conditions/conditions';
import { at } from '../json/read';
import type { ManifestProblem } from '../manifests/loadManifests';
import { loadManifests } from '../manifests/loadManifests';
import { readManifests } from '../manifests/readManifests';
import type { TestPlatform } from '../testing/startPlatform';
import { startPlatform } from '../testing/startPlatform';
import { resources } from '../vocabulary/resources';
import { pipelineEntries } from '../workflow/pipelineStatus';

const directory = path.resolve(__dirname, '../../../../../examples');

describe('the examples', () => {
  let platform: TestPlatform;
  let problems: readonly ManifestProblem[];

  beforeAll(async () => {
    platform = startPlatform();
    const loading = loadManifests(
      platform.cluster,
      await readManifests(directory),
    );
    await platform.clock.advance(3_000);
    problems = await loading;
  });

  afterAll(() => platform.close());

  const request = (resource: string, namespace: string, name: string) =>
    platform.get(
      { group: 'services.kratix-portal.io', version: 'v1alpha1', resource },
      namespace,
      name,
    );

  it('apply', () => {
    expect(problems).toEqual([]);
  });

  it.each([
    ['testenvironments', 'team-a', 'checkout-1-42', 'Reconciled'],
    ['testenvironments', 'team-a', 'checkout-1-43-rc1', 'WorkflowPending'],
    ['redis', 'team-a', 'sessions', 'Reconciled'],
    ['postgresqls', 'team-a', 'orders', 'Reconciled'],
    ['postgresqls', 'team-a', 'reporting', 'WorkflowSuspended'],
    ['appstacks', 'team-a', 'shop', 'Reconciled'],
    ['redis', 'team-a', 'shop-cache', 'Reconciled'],
    ['postgresqls', 'team-a', 'shop-db', 'Reconciled'],
    ['testenvironments', 'team-b', 'ledger-2-0', 'ConfigureWorkflowFailed'],
    ['testenvironments', 'team-b', 'payments-2-1', 'WorkflowSuspended'],
    ['redis', 'team-b', 'edge-tokens', 'WorksFailing'],
    ['postgresqls', 'team-b', 'archive', 'WorksFailing'],
    ['postgresqls', 'team-b', 'ledger', 'PausedReconciliation'],
    ['kafkatopics', 'team-b', 'payment-events', undefined],
  ])(
    'show %s %s/%s within three seconds',
    (resource, namespace, name, reason) => {
      const { status } = request(resource, namespace, name);

      expect(findCondition(status, 'Reconciled')?.reason).toBe(reason);
    },
  );

  it('show health, a retry, a Promise that is missing, and nowhere to go', () => {
    expect(
      at(request('redis', 'team-a', 'cart').status, 'healthStatus', 'state'),
    ).toBe('degraded');
    expect(
      at(request('redis', 'team-a', 'search').status, 'healthStatus', 'state'),
    ).toBe('unhealthy');
    expect(
      pipelineEntries(
        request('testenvironments', 'team-b', 'payments-2-1').status,
      )?.[1],
    ).toMatchObject({
      phase: 'Suspended',
      attempts: 1,
      nextRetryAt: expect.any(String),
    });
    expect(
      findCondition(
        request('kafkatopics', 'team-b', 'payment-events').status,
        'PromiseAvailable',
      )?.status,
    ).toBe('False');
    expect(
      findCondition(
        request('redis', 'team-b', 'load-test').status,
        'WorksSucceeded',
      )?.reason,
    ).toBe('WorksPending');
  });

  it('say nothing that the sandbox cannot read', () => {
    const said = platform.cluster
      .list(resources.events)
      .filter(({ reason }) => reason === 'SandboxBehaviourInvalid');

    expect(said.map(({ note }) => note)).toEqual([]);
  });
});
