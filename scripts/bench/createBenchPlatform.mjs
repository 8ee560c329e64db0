import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { waitFor } from '../portal/waitFor.mjs';

const PROMISE = 'benches';
const GROUP = 'bench.kratix.example';
const COLLECTION = `/apis/${GROUP}/v1/namespaces/default/benches`;

/** A platform with one Promise that has no workflow, and its requests. */
export function createBenchPlatform({ kubeconfig, sandboxUrl }) {
  const { token } = parse(readFileSync(kubeconfig, 'utf8')).users[0].user;
  const call = async (method, path, body) => {
    const response = await fetch(`${sandboxUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${await response.text()}`);
    }
    return response.json();
  };
  const order = name => call('POST', COLLECTION, request(name));

  return {
    order,
    remove: name => call('DELETE', `${COLLECTION}/${name}`),
    requestCounts: async () => (await call('GET', '/_sandbox/requests')).counts,

    /** Installs the Promise and as many requests; says how long the catalog took. */
    async fill(count, catalog) {
      await call(
        'POST',
        '/apis/platform.kratix.io/v1alpha1/promises',
        promise(),
      );
      await waitFor({
        what: "the Promise's API",
        isThere: () => call('GET', COLLECTION),
      });
      const names = Array.from({ length: count }, (_, i) => `first-${i}`);
      for (const name of names) {
        await order(name);
      }
      const startedAt = Date.now();
      await waitFor({
        what: 'the requests in the catalog',
        timeoutMs: 10 * 60_000,
        isThere: async () => (await catalog.countRequests()) >= count,
      });
      return { requests: count, msAfterLastOrder: Date.now() - startedAt };
    },
  };
}

/** The catalog's name of a request (DESIGN 4.6). */
export function entityNameOf(name) {
  return `${PROMISE}.default.${name}`;
}

function request(name) {
  return {
    apiVersion: `${GROUP}/v1`,
    kind: 'Bench',
    metadata: { name, namespace: 'default' },
    spec: { size: 'small' },
  };
}

function promise() {
  const spec = { type: 'object', properties: { size: { type: 'string' } } };
  const names = { kind: 'Bench', singular: 'bench', plural: 'benches' };
  const schema = { type: 'object', properties: { spec } };
  const version = {
    name: 'v1',
    served: true,
    storage: true,
    schema: { openAPIV3Schema: schema },
  };
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: { name: PROMISE },
    spec: {
      api: {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: `benches.${GROUP}` },
        spec: { group: GROUP, names, scope: 'Namespaced', versions: [version] },
      },
    },
  };
}
