import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { readAuditLog } from '../real/auditLog';
import { signIn, type Answer, type PortalClient } from './portalClient';

// The cluster lets each of these write in team-a alone, by the files of docs/rbac; Backstage lets the guest do
// everything, so that nothing but the cluster decides here.
const identities = [
  {
    platform: 'impersonate',
    account: 'system:serviceaccount:portal-impersonate:portal-impersonate',
    person: 'user:default/guest',
    writer: 'user:default/guest',
  },
  {
    platform: 'service-account',
    account:
      'system:serviceaccount:portal-service-account:portal-service-account',
    person: undefined,
    writer:
      'system:serviceaccount:portal-service-account:portal-service-account',
  },
  {
    platform: 'user-token',
    account: 'system:serviceaccount:default:ana',
    person: undefined,
    writer: 'system:serviceaccount:default:ana',
    token: process.env.PORTAL_USER_TOKEN,
  },
] as const;

for (const { platform, account, person, writer, ...rest } of identities) {
  const token = 'token' in rest ? rest.token : undefined;

  test(`${platform}: what the cluster allows is done in the right name`, async () => {
    const portal = await signIn(token);
    const name = 'sessions';
    const paused = await operate(portal, `${platform}/redis/team-a/${name}`, [
      'pause',
      'unpause',
    ]);
    assert.deepEqual(
      paused.map(({ status }) => status),
      [202, 202],
    );
    const checked = await validate(portal, platform, 'team-a');
    assert.equal(checked.body.ok, true, JSON.stringify(checked.body));

    const seen = await auditOf(
      ({ verb, objectRef, user, impersonatedUser }) =>
        verb === 'patch' &&
        objectRef?.name === name &&
        user.username === account &&
        impersonatedUser?.username === person,
    );
    assert.ok(seen.length >= 2, `the audit log has ${seen.length} of them`);
  });

  test(`${platform}: what the cluster does not allow is refused, with its reason`, async () => {
    const portal = await signIn(token);
    const [refused] = await operate(
      portal,
      `${platform}/redis/team-b/fraud-scores`,
      ['pause'],
    );
    assert(refused);
    assert.equal(refused.status, 403, JSON.stringify(refused.body));
    assert.equal(refused.body.error?.name, 'NotAllowedError');
    const message = refused.body.error?.message ?? '';
    // The portal looks before it writes, in the same name.
    assert.ok(message.includes(`User "${writer}" cannot `), message);
    assert.match(message, /cannot (get|patch) resource "redis"/);
    assert.ok(message.includes('in the namespace "team-b"'), message);

    const checked = await validate(portal, platform, 'team-b');
    assert.equal(checked.body.ok, false);
    assert.equal(checked.body.reason, 'forbidden');
    assert.ok(checked.body.message?.includes(writer), checked.body.message);
  });
}

test('user-token: a sign-in that brings no token is told so, and nothing is asked', async () => {
  const portal = await signIn();
  const [refused] = await operate(portal, 'user-token/redis/team-a/sessions', [
    'pause',
  ]);
  assert.equal(refused?.status, 403);
  assert.match(refused.body.error?.message ?? '', /brought none/);
});

test('user-token: a token that the cluster does not know is refused', async () => {
  const portal = await signIn('nobody-issued-this');
  const [refused] = await operate(portal, 'user-token/redis/team-a/sessions', [
    'pause',
  ]);
  assert(refused);
  assert.ok([401, 403].includes(refused.status), JSON.stringify(refused));
});

/** Each in turn, about the request as it is by then. */
async function operate(
  portal: PortalClient,
  ref: string,
  operations: readonly string[],
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const operation of operations) {
    const uid = await waitUntilAvailable(portal, ref, operation);
    answers.push(
      await portal.ask('POST', `/requests/${ref}/operations/${operation}`, {
        uid,
      }),
    );
  }
  return answers;
}

/** The portal hears of what was done before a moment after it. */
async function waitUntilAvailable(
  portal: PortalClient,
  ref: string,
  operation: string,
): Promise<string | undefined> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { status, body } = await portal.ask(
      'GET',
      `/requests/${ref}/operations`,
    );
    assert.equal(status, 200, JSON.stringify(body));
    const found = body.operations?.find(({ name }) => name === operation);
    if (found?.availability === 'available') {
      return body.uid;
    }
    await sleep(100);
  }
  throw new Error(`${operation} of ${ref} does not become available`);
}

const validate = (portal: PortalClient, platform: string, namespace: string) =>
  portal.ask('POST', `/promises/${platform}/redis/validate`, {
    mode: 'create',
    namespace,
    name: 'another',
    spec: { environment: 'dev' },
  });

/** The log is written as requests end, which may be after the answer. */
async function auditOf(
  isMeant: (event: ReturnType<typeof readAuditLog>[number]) => boolean,
) {
  for (let tries = 0; tries < 300; tries += 1) {
    const seen = readAuditLog().filter(isMeant);
    if (seen.length > 1) {
      return seen;
    }
    await sleep(100);
  }
  return readAuditLog().filter(isMeant);
}
