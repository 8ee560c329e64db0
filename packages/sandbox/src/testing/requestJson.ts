/** What a test sends; `body` that is no string goes as JSON. @internal */
export interface TestRequest {
  method?: string;
  body?: unknown;
  type?: string;
  accept?: string;
  headers?: Record<string, string>;
}

/** @internal */
export interface TestAnswer {
  code: number;
  headers: Headers;
  // The answer's shape is what the test is about.
  body: Record<string, never> & { [key: string]: unknown };
}

/** One request to a sandbox, with its answer parsed. @internal */
export async function requestJson(
  url: string,
  request: TestRequest = {},
): Promise<TestAnswer> {
  const { method = 'GET', body, type, accept, headers } = request;
  const response = await fetch(url, {
    method,
    headers: {
      ...(body === undefined
        ? {}
        : { 'content-type': type ?? 'application/json' }),
      ...(accept ? { accept } : {}),
      ...headers,
    },
    body:
      body === undefined || typeof body === 'string'
        ? body
        : JSON.stringify(body),
  });
  const text = await response.text();
  return {
    code: response.status,
    headers: response.headers,
    body: text === '' ? {} : JSON.parse(text),
  };
}
