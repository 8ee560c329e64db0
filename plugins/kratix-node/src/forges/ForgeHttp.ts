import {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';

const TIMEOUT_MS = 15_000;
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Asks one forge, and turns its answers into Backstage's errors. Neither credentials nor what was sent are
 * part of any error.
 * @internal
 */
export class ForgeHttp {
  constructor(
    private readonly options: {
      /** Like `https://git.example.org/api/v1`. */
      readonly baseUrl: string;
      readonly host: string;
      readonly authorize: () => Promise<Readonly<Record<string, string>>>;
    },
  ) {}

  /** The answer as JSON, not trusted; undefined for one without a body. */
  async ask(path: string, request: ForgeRequest = {}): Promise<unknown> {
    const { host, baseUrl } = this.options;
    const what = `${request.method ?? 'GET'} ${path.split('?')[0]}`;
    const headers = await this.options.authorize();
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${baseUrl.replace(/\/+$/, '')}${path}`, {
        method: request.method ?? 'GET',
        redirect: 'error',
        headers: {
          accept: 'application/json',
          ...(request.json !== undefined && {
            'content-type': 'application/json',
          }),
          ...headers,
        },
        body:
          request.json === undefined
            ? request.form
            : JSON.stringify(request.json),
        signal: AbortSignal.any([
          AbortSignal.timeout(TIMEOUT_MS),
          ...(request.signal ? [request.signal] : []),
        ]),
      });
      text = await readText(response);
    } catch (error) {
      request.signal?.throwIfAborted();
      throw new ServiceUnavailableError(
        `${host} does not answer (${what})`,
        error,
      );
    }
    if (!response.ok) {
      throw toError(response.status, `${host}: ${what}: ${reasonOf(text)}`);
    }
    return text === '' ? undefined : parse(text, host);
  }
}

/** @internal */
export interface ForgeRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly json?: unknown;
  readonly form?: FormData;
  readonly signal?: AbortSignal;
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES) {
      throw new Error('The answer is too long');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string, host: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ServiceUnavailableError(`${host} answers with no JSON`, error);
  }
}

/** The forge's own words, where it has any: GitLab, Gitea and Azure say `message`, Bitbucket nests it. */
function reasonOf(text: string): string {
  const found = /"message"\s*:\s*"((?:[^"\\]|\\.){1,300})/.exec(text);
  return found?.[1] ?? 'no reason given';
}

function toError(status: number, message: string): Error {
  switch (status) {
    case 401:
      return new AuthenticationError(message);
    case 403:
      return new NotAllowedError(message);
    case 404:
      return new NotFoundError(message);
    case 409:
      return new ConflictError(message);
    case 400:
    case 422:
      return new InputError(message);
    default:
      return new ServiceUnavailableError(`${message} (${status})`);
  }
}
