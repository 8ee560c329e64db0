import assert from 'node:assert/strict';

/** What the portal answered. */
export interface Answer {
  readonly status: number;
  readonly body: {
    readonly ok?: boolean;
    readonly reason?: string;
    readonly message?: string;
    readonly uid?: string;
    readonly operations?: readonly {
      readonly name: string;
      readonly availability: string;
    }[];
    readonly error?: { readonly name: string; readonly message: string };
  };
}

/** Asks the portal's API as its pages do, signed in as the guest. */
export interface PortalClient {
  ask(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer>;
}

/** Signs in; `userToken` is the token of the person's own account in the cluster. */
export async function signIn(userToken?: string): Promise<PortalClient> {
  const url = process.env.PORTAL_URL;
  assert(url, 'PORTAL_URL is not set; run: npm run test:real -- identity');
  const signedIn = await fetch(`${url}/api/auth/guest/refresh`, {
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = (await signedIn.json()) as {
    backstageIdentity: { token: string };
  };
  return {
    async ask(method, path, body) {
      const response = await fetch(`${url}/api/kratix${path}`, {
        method,
        headers: {
          authorization: `Bearer ${backstageIdentity.token}`,
          ...(body && { 'content-type': 'application/json' }),
          ...(userToken && { 'kratix-user-token': userToken }),
        },
        body: body && JSON.stringify(body),
      });
      return {
        status: response.status,
        body: (await response.json()) as Answer['body'],
      };
    },
  };
}
