import { isError } from '@backstage/errors';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import type { ZodType } from 'zod';
import type { ApiProblem, Fetched } from './ApiProblem';
import { limitTime } from './limitTime';
import { readProblem } from './readProblem';

/** A platform may ask its admission webhooks for half a minute. */
const writeTimeoutMs = 60_000;

/** @internal */
export interface Exchange<T> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below `/api/kratix`. */
  readonly path: string;
  readonly schema: ZodType<T>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** How long to wait for an answer: nothing spins for ever. */
  readonly timeoutMs?: number;
}

/**
 * Asks the Kratix backend, and reads its answer by its contract. Rejects only when the caller gave up.
 * @internal
 */
export async function exchangeJson<T>(
  fetchApi: FetchApi,
  exchange: Exchange<T>,
): Promise<Fetched<T>> {
  const { signal, timeoutMs = writeTimeoutMs } = exchange;
  const limit = limitTime(timeoutMs, signal);
  try {
    signal?.throwIfAborted();
    const response = await fetchApi.fetch(
      `plugin://kratix${exchange.path}`,
      toRequest(exchange, limit.signal),
    );
    if (!response.ok) {
      return { ok: false, problem: await readProblem(response) };
    }
    return parseAnswer(await response.text(), exchange.schema);
  } catch (error) {
    signal?.throwIfAborted();
    const problem = limit.hasTimedOut()
      ? `No answer within ${timeoutMs / 1000} s`
      : toMessage(error);
    return { ok: false, problem: noAnswer(problem) };
  } finally {
    limit.release();
  }
}

function toRequest(
  { method, headers, body }: Exchange<unknown>,
  signal: AbortSignal,
): RequestInit {
  return {
    method,
    signal,
    ...((body !== undefined || headers) && {
      headers: {
        ...headers,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
    }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
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

/** Undefined for text that is no JSON, for example a proxy's sign-in page. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function noAnswer(message: string): ApiProblem {
  return { kind: 'noAnswer', message };
}

function toMessage(error: unknown): string {
  return isError(error) ? error.message : String(error);
}
