import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { waitFor } from '../portal/waitFor.mjs';
import {
  buildCrd,
  buildOrder,
  buildPromise,
  buildSettled,
  COLLECTION,
  PROMISE,
} from './benchObjects.mjs';

const SEED_AT_ONCE = 1_000;

/** A platform on which nothing happens but what the bench does, with one Promise and its requests. */
export function createBenchPlatform({ kubeconfig, url }) {
  const { token } = parse(readFileSync(kubeconfig, 'utf8')).users[0].user;
  const call = async (method, path, body, type = 'application/json') => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${await response.text()}`);
    }
    return response.json();
  };
  const seed = items => call('POST', '/_sandbox/seed', { items });

  return {
    order: name => call('POST', COLLECTION, buildOrder(name)),

    /** As Kratix writes it: the status alone. */
    writeStatus: (name, status) =>
      call(
        'PATCH',
        `${COLLECTION}/${name}/status`,
        { status },
        'application/merge-patch+json',
      ),

    requestCounts: async () => (await call('GET', '/_sandbox/requests')).counts,

    /** Installs the Promise and as many requests that are settled. */
    async fill(count) {
      await call(
        'POST',
        '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
        buildCrd(),
      );
      await waitFor({
        what: `the API of ${PROMISE}`,
        isThere: () => call('GET', COLLECTION),
      });
      await seed(buildPromise());
      for (let start = 0; start < count; start += SEED_AT_ONCE) {
        const length = Math.min(SEED_AT_ONCE, count - start);
        await seed(
          Array.from({ length }, (_, i) =>
            buildSettled(seededName(start + i)),
          ).flat(),
        );
      }
    },

    /** How long the cluster itself takes to list the requests in pages, without the portal. */
    async timeList() {
      const startedAt = performance.now();
      let token = '';
      do {
        const page = await call(
          'GET',
          `${COLLECTION}?limit=500&continue=${token}`,
        );
        token = page.metadata.continue ?? '';
      } while (token);
      return performance.now() - startedAt;
    },
  };
}

export function seededName(index) {
  return `seeded-${String(index).padStart(5, '0')}`;
}
