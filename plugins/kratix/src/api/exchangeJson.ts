import { isError } from '@backstage/errors';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import type { ZodType } from 'zod';
import type { Fetched } from './ApiProblem';
import { readProblem } from './readProblem';

/** A platform may ask its admission webhooks for half a minute. */
const timeoutMs = 60_000;

/** @internal */
export interface Exchange<T> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below `/api/kratix`. */
  readonly path: string;
  readonly schema: ZodType<T>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/**
 * Asks the Kratix backend, and reads its answer by its contract. Rejects only when the caller gave up.
 * @internal
 */
export async function exchangeJson<T>(
  fetchApi: FetchApi,
  { method, path, schema, body, headers, signal }: Exchange<T>,
): Promise<Fetched<T>> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, timeoutMs);
  signal?.addEventListener('abort', abort);
  try {
    signal?.throwIfAborted();
    const response = await fetchApi.fetch(`plugin://kratix${path}`, {
      method,
      signal: controller.signal,
      ...((body !== undefined || headers) && {
        headers: {
          ...headers,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
      }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      return { ok: false, problem: await readProblem(response) };
    }
    return parseAnswer(await response.text(), schema);
  } catch (error) {
    signal?.throwIfAborted();
    const message = isError(error) ? error.message : String(error);
    return { ok: false, problem: { kind: 'noAnswer', message } };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

function parseAnswer<T>(text: string, schema: ZodType<T>): Fetched<T> {
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) {
    return { ok: true, value: parsed.data };
  }
  const [issue] = parsed.error.issues;
  const where = issue?.path.length ? issue.path.join('.') : 'the answer';
  return {
    ok: false,
    problem: {
      kind: 'invalid',
      message: `${where}: ${issue?.message ?? 'not understood'}`,
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
