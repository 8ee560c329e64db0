/** The catalog as a signed-in guest sees it. */
export async function createCatalogReader(portalUrl) {
  const base = portalUrl.replace('localhost', '127.0.0.1');
  const signIn = await fetch(`${base}/api/auth/guest/refresh`, {
    method: 'POST',
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = await signIn.json();
  const headers = { authorization: `Bearer ${backstageIdentity.token}` };
  const get = path => fetch(`${base}/api/catalog${path}`, { headers });

  return {
    async hasResource(name) {
      const path = `/entities/by-name/resource/default/${name}`;
      const { status } = await get(path);
      return status === 200;
    },

    async countRequests() {
      const filter = 'kind=resource,spec.type=kratix-resource';
      const response = await get(
        `/entities/by-query?limit=0&filter=${encodeURIComponent(filter)}`,
      );
      return (await response.json()).totalItems;
    },
  };
}
