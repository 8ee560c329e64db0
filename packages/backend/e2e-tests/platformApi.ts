import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** What stands on a cluster, as far as a story looks at it. */
export interface PlatformObject {
  readonly metadata: {
    readonly name: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly status?: Readonly<Record<string, unknown>>;
}

/** A platform past the portal, as kubectl would reach it. */
export interface PlatformApi {
  /** Undefined where there is nothing of that name. */
  read(path: string): Promise<PlatformObject | undefined>;
  list(path: string): Promise<readonly PlatformObject[]>;
  create(path: string, object: object): Promise<void>;
  /** A merge patch: null takes away. */
  patch(path: string, changes: object): Promise<void>;
  /** Server-side apply as this manager, by force. */
  apply(path: string, manifest: object | string, as: string): Promise<void>;
  remove(path: string): Promise<void>;
}

/**
 * The platform of the portal that the stories are told against, or one of its fleet by name. Scripts give each of
 * a fleet a kubeconfig of its own beside the first one's.
 */
export function openPlatform(name?: string): PlatformApi {
  const first = process.env.PORTAL_KUBECONFIG;
  assert(first, 'There is no platform to ask');
  const file = name ? join(dirname(first), `${name}.kubeconfig`) : first;
  const kubeconfig = readFileSync(file, 'utf8');
  const url = name ? readUrl(kubeconfig) : process.env.PORTAL_SANDBOX_URL;
  assert(url, 'There is no platform to ask');
  const [, token] = kubeconfig.match(/^ +token: (\S+)$/m) ?? [];
  const ask = (method: Method, path: string, body?: Body) =>
    fetch(`${url}${path}`, {
      method,
      headers: {
        ...(body && { 'content-type': body.type }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: body?.text,
    });
  return toPlatformApi(ask);
}

interface Body {
  readonly type: string;
  readonly text: string;
}

function toPlatformApi(
  ask: (method: Method, path: string, body?: Body) => Promise<Response>,
): PlatformApi {
  const send = async (method: Method, path: string, body?: Body) => {
    const response = await ask(method, path, body);
    const text = await response.text();
    assert(response.ok, `${method} ${path}: ${text}`);
    return text;
  };
  return {
    async read(path) {
      const response = await ask('GET', path);
      const text = await response.text();
      assert(response.ok || response.status === 404, `${path}: ${text}`);
      return response.ok ? JSON.parse(text) : undefined;
    },
    async list(path) {
      return JSON.parse(await send('GET', path)).items;
    },
    async create(path, object) {
      await send('POST', path, asBody('application/json', object));
    },
    async patch(path, changes) {
      await send(
        'PATCH',
        path,
        asBody('application/merge-patch+json', changes),
      );
    },
    async apply(path, manifest, as) {
      await send(
        'PATCH',
        `${path}?fieldManager=${as}&force=true`,
        asBody('application/apply-patch+yaml', manifest),
      );
    },
    async remove(path) {
      await send('DELETE', path);
    },
  };
}

function asBody(type: string, content: object | string): Body {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return { type, text };
}

/** A sandbox answers without TLS too, so that its own certificate need not be known here. */
function readUrl(kubeconfig: string): string | undefined {
  const [, url] = kubeconfig.match(/^ +server: (\S+)$/m) ?? [];
  return url?.replace(/^https:/, 'http:');
}
