import { NAMESPACE, PROMISE, toSkeName } from './benchObjects.mjs';

const PHASE = 'kratix-portal.io/phase';

/** The catalog as a signed-in guest sees it. */
export async function createCatalogReader(portalUrl, { naming }) {
  const base = portalUrl.replace('localhost', '127.0.0.1');
  const token = await signIn(base);
  const get = path =>
    fetch(`${base}/api/catalog${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });

  return {
    token,

    /** The phase that the request's entity shows; undefined while there is no entity. */
    async readPhase(request) {
      const response = await get(
        `/entities/by-name/${pathOf(request, naming)}`,
      );
      return response.ok
        ? (await response.json()).metadata.annotations[PHASE]
        : undefined;
    },

    /** Everything that comes from the platform: requests, and what a Promise becomes. */
    async countEntities() {
      const filter = 'metadata.annotations.kratix-portal.io/platform';
      const response = await get(
        `/entities/by-query?limit=0&filter=${encodeURIComponent(filter)}`,
      );
      return response.ok ? (await response.json()).totalItems : 0;
    },
  };
}

function pathOf(request, naming) {
  return naming === 'ske'
    ? `component/default/${toSkeName(request)}`
    : `resource/default/${PROMISE}.${NAMESPACE}.${request}`;
}

async function signIn(base) {
  const response = await fetch(`${base}/api/auth/guest/refresh`, {
    method: 'POST',
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  if (!response.ok) {
    throw new Error(`A guest cannot sign in: ${await response.text()}`);
  }
  return (await response.json()).backstageIdentity.token;
}
