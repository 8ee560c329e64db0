import type { FetchApi } from '@backstage/frontend-plugin-api';
import { aRequest } from '../__fixtures__';
import { KratixClient } from './KratixClient';

const nowMs = Date.parse('2026-03-01T12:00:00Z');
const request = aRequest(nowMs);

function clientAnswering(answer: () => Response | Promise<Response>) {
  const calls: { url: string; signal?: AbortSignal | null }[] = [];
  const fetchApi: FetchApi = {
    fetch: async (input, init) => {
      calls.push({ url: String(input), signal: init?.signal });
      return answer();
    },
  };
  return { client: new KratixClient({ fetchApi }), calls };
}

function errorResponse(status: number, message: string): Response {
  return new Response(
    JSON.stringify({
      error: { name: 'Error', message },
      response: { statusCode: status },
    }),
    { status, headers: { 'content-type': 'application/json; charset=utf-8' } },
  );
}

describe('KratixClient', () => {
  it('asks the kratix plugin for a request, with each part of its reference encoded', async () => {
    const { client, calls } = clientAnswering(
      () => new Response(JSON.stringify(request)),
    );

    const fetched = await client.fetchRequest({
      ...request.ref,
      name: 'a/b?c',
    });

    expect(calls[0]?.url).toBe(
      'plugin://kratix/requests/dev/test-environment/team-a/a%2Fb%3Fc',
    );
    expect(fetched).toEqual({ ok: true, value: request });
  });

  it('lists namespaces with the person’s token, and asks nobody to sign in for it', async () => {
    const sent: (string | null)[] = [];
    const getToken = jest.fn(async () => 'id-token');
    const client = new KratixClient({
      fetchApi: {
        fetch: async (_, init) => {
          sent.push(new Headers(init?.headers).get('kratix-user-token'));
          return new Response('{"namespaces":["team-a"],"isComplete":true}');
        },
      },
      userToken: { getToken },
    });

    await client.fetchNamespaces('dev', { promise: 'redis' });
    await client.fetchNamespaces('dev');
    getToken.mockRejectedValue(new Error('Login failed, rejected by user'));
    const answer = await client.fetchNamespaces('dev', { promise: 'redis' });

    expect(answer).toMatchObject({ value: { namespaces: ['team-a'] } });
    expect(sent).toEqual(['id-token', null, null]);
    expect(getToken.mock.calls).toEqual([
      [{ optional: true }],
      [{ optional: true }],
    ]);
  });

  it.each([
    { status: 401, kind: 'unauthorised' },
    { status: 403, kind: 'forbidden' },
    { status: 404, kind: 'notFound' },
    { status: 429, kind: 'noAnswer' },
    { status: 500, kind: 'failed' },
    { status: 502, kind: 'noAnswer' },
    { status: 503, kind: 'unreachable' },
    { status: 504, kind: 'noAnswer' },
  ])('tells $status apart as $kind', async ({ status, kind }) => {
    const { client } = clientAnswering(() => errorResponse(status, 'because'));

    expect(await client.fetchRequest(request.ref)).toEqual({
      ok: false,
      problem: { kind, message: 'because' },
    });
  });

  it.each([
    { status: 404, kind: 'notInstalled' },
    { status: 503, kind: 'noAnswer' },
  ])(
    'does not take a $status without an error body for the backend’s own',
    async ({ status, kind }) => {
      const { client } = clientAnswering(() => new Response('', { status }));

      const fetched = await client.fetchPlatforms();

      expect(fetched).toMatchObject({ ok: false, problem: { kind } });
    },
  );

  it.each([
    ['a text', { key: 'operation.paused' }, { key: 'operation.paused' }],
    ['no text', undefined, undefined],
    ['what is no text', { key: 5 }, undefined],
  ])('takes over why something was refused: %s', async (_, wording, taken) => {
    const { client } = clientAnswering(
      () =>
        new Response(
          JSON.stringify({
            error: { name: 'ConflictError', message: 'It is paused.', wording },
            response: { statusCode: 409 },
          }),
          { status: 409, headers: { 'content-type': 'application/json' } },
        ),
    );

    expect(await client.fetchPlatforms()).toEqual({
      ok: false,
      problem: {
        kind: 'failed',
        message: 'It is paused.',
        ...(taken && { wording: taken }),
      },
    });
  });

  it('names the place of what it does not understand', async () => {
    const { client } = clientAnswering(
      () =>
        new Response(
          JSON.stringify({
            ...request,
            report: { ...request.report, phase: 'Dancing' },
          }),
        ),
    );

    const fetched = await client.fetchRequest(request.ref);

    expect(fetched).toMatchObject({
      ok: false,
      problem: {
        kind: 'invalid',
        message: expect.stringContaining('report.phase'),
      },
    });
  });

  it('does not understand a page that is no JSON', async () => {
    const { client } = clientAnswering(() => new Response('<html>sign in'));

    expect(await client.fetchPlatforms()).toMatchObject({
      ok: false,
      problem: { kind: 'invalid' },
    });
  });

  it('reports a network failure as no answer', async () => {
    const { client } = clientAnswering(() => {
      throw new TypeError('Failed to fetch');
    });

    expect(await client.fetchPlatforms()).toEqual({
      ok: false,
      problem: { kind: 'noAnswer', message: 'Failed to fetch' },
    });
  });

  it('rejects when the caller calls the question back', async () => {
    const caller = new AbortController();
    const { client, calls } = clientAnswering(
      () =>
        new Promise((_, reject) => {
          calls[0]?.signal?.addEventListener('abort', () =>
            reject(new Error('aborted')),
          );
        }),
    );

    const asked = client.fetchPlatforms({ signal: caller.signal });
    caller.abort();

    await expect(asked).rejects.toThrow();
    expect(calls[0]?.signal?.aborted).toBe(true);
  });

  it('gives up after a bounded time', async () => {
    jest.useFakeTimers();
    try {
      const { client, calls } = clientAnswering(
        () =>
          new Promise((_, reject) => {
            calls[0]?.signal?.addEventListener('abort', () =>
              reject(new Error('aborted')),
            );
          }),
      );

      const asked = client.fetchPlatforms();
      await jest.advanceTimersByTimeAsync(15_000);

      expect(await asked).toEqual({
        ok: false,
        problem: { kind: 'noAnswer', message: 'No answer within 15 s' },
      });
    } finally {
      jest.useRealTimers();
    }
  });
});
