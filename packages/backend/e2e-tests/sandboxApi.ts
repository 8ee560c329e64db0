import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const apis = '/apis/services.kratix-portal.io/v1alpha1/namespaces/team-a';

/** What stands on the platform, past the portal; undefined where there is nothing of that name. */
export async function readRequest(
  plural: string,
  name: string,
): Promise<{ spec: Record<string, unknown> } | undefined> {
  const response = await ask(`${apis}/${plural}/${name}`);
  if (response.status === 404) {
    return undefined;
  }
  const text = await response.text();
  assert(response.ok, `${plural}/${name}: ${text}`);
  return JSON.parse(text);
}

/** Orders past the portal, in its name: what another tool set the portal would not change. */
export async function createRequest(
  plural: string,
  kind: string,
  request: { name: string; spec: Record<string, unknown> },
): Promise<void> {
  const path = `${apis}/${plural}?fieldManager=kratix-portal`;
  const response = await ask(path, {
    apiVersion: 'services.kratix-portal.io/v1alpha1',
    kind,
    metadata: { name: request.name, namespace: 'team-a' },
    spec: request.spec,
  });
  assert(response.ok, `${plural}: ${await response.text()}`);
}

async function ask(path: string, body?: object): Promise<Response> {
  const url = process.env.PORTAL_SANDBOX_URL;
  const file = process.env.PORTAL_KUBECONFIG;
  assert(url && file, 'There is no sandbox to ask');
  const [, token] = readFileSync(file, 'utf8').match(/^ +token: (\S+)$/m) ?? [];
  return fetch(`${url}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
}
