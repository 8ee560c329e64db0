import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAuditLog } from './auditLog';

const portal = 'system:serviceaccount:kratix-portal:kratix-portal';
const guest = 'user:default/guest';
const reads = ['get', 'list', 'watch'];

// The last of the files: it looks back on all that the stories made the portal do.
test('the rights of docs/rbac are all that the portal asked for', () => {
  const asked = readAuditLog().filter(({ user }) => user.username === portal);
  const refused = asked.filter(({ responseStatus }) =>
    [401, 403].includes(responseStatus?.code ?? 0),
  );
  assert.ok(asked.length > 100, `only ${asked.length} requests were seen`);
  assert.deepEqual(
    refused.map(({ verb, requestURI }) => `${verb} ${requestURI}`),
    [],
  );
});

test('whatever the portal wrote, it wrote as the person who asked', () => {
  const written = readAuditLog().filter(
    ({ user, verb }) => user.username === portal && !reads.includes(verb),
  );
  const writers = new Set(
    written.map(({ impersonatedUser }) => impersonatedUser?.username),
  );
  assert.deepEqual([...writers], [guest]);
  const verbs = new Set(written.map(({ verb }) => verb));
  for (const verb of ['create', 'patch', 'delete']) {
    assert.ok(verbs.has(verb), `nothing was written by ${verb}`);
  }
  assert.ok(
    written.every(({ impersonatedUser }) =>
      impersonatedUser?.groups?.includes('group:default/team-a'),
    ),
  );
});
