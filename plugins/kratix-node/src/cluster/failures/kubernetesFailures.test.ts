import { KubernetesError, type KubernetesFailure } from './KubernetesError';
import {
  toBackstageError,
  toConnectionProblem,
  toFailure,
} from './kubernetesFailures';
import { toNetworkError } from './toNetworkError';
import { toStatusError } from './toStatusError';

describe('toFailure', () => {
  it.each<[number, KubernetesFailure]>([
    [400, 'invalid'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [405, 'invalid'],
    [408, 'timeout'],
    [409, 'conflict'],
    [410, 'expired'],
    [422, 'invalid'],
    [429, 'throttled'],
    [500, 'serverError'],
    [502, 'unreachable'],
    [503, 'unreachable'],
    [504, 'timeout'],
    [302, 'invalidResponse'],
  ])('%s is %s', (status, failure) => {
    expect(toFailure(status)).toBe(failure);
  });
});

describe('toBackstageError', () => {
  it.each<[KubernetesFailure, string]>([
    ['misconfigured', 'ServiceUnavailableError'],
    ['unreachable', 'ServiceUnavailableError'],
    ['timeout', 'ServiceUnavailableError'],
    ['unauthorized', 'AuthenticationError'],
    ['forbidden', 'NotAllowedError'],
    ['notFound', 'NotFoundError'],
    ['conflict', 'ConflictError'],
    ['expired', 'ConflictError'],
    ['invalid', 'InputError'],
    ['throttled', 'ServiceUnavailableError'],
    ['serverError', 'ServiceUnavailableError'],
    ['invalidResponse', 'ServiceUnavailableError'],
  ])('%s is a %s', (failure, name) => {
    const causes = [{ field: 'spec.size', message: 'Required value' }];

    expect(
      toBackstageError(new KubernetesError(failure, 'No.', { causes })),
    ).toMatchObject({ name, message: 'No.', causes });
  });
});

describe('toConnectionProblem', () => {
  it.each<[KubernetesFailure, string]>([
    ['misconfigured', 'unreachable'],
    ['unreachable', 'unreachable'],
    ['timeout', 'unreachable'],
    ['serverError', 'unreachable'],
    ['unauthorized', 'unauthorized'],
    ['forbidden', 'forbidden'],
    ['notFound', 'notInstalled'],
    ['throttled', 'throttled'],
    ['invalidResponse', 'invalidResponse'],
  ])('%s is shown as %s', (failure, reason) => {
    expect(
      toConnectionProblem(new KubernetesError(failure, 'No.'), 'now'),
    ).toEqual({ reason, message: 'No.', since: 'now' });
  });
});

describe('toStatusError', () => {
  it('keeps what the API server said, and about which field', () => {
    const error = toStatusError(
      {
        kind: 'Status',
        code: 422,
        message: 'Redis "a" is invalid: spec.size: Required value',
        details: {
          causes: [
            {
              reason: 'FieldValueRequired',
              message: 'Required value',
              field: 'spec.size',
            },
          ],
        },
      },
      { statusCode: 422, what: 'PATCH /x' },
    );

    expect(error).toMatchObject({
      failure: 'invalid',
      statusCode: 422,
      message: 'Redis "a" is invalid: spec.size: Required value',
      causes: [
        {
          reason: 'FieldValueRequired',
          message: 'Required value',
          field: 'spec.size',
        },
      ],
    });
  });

  it.each([
    ['the header', { retryAfter: '7' }, {}],
    ['the body', {}, { details: { retryAfterSeconds: 7 } }],
    [
      'the header before the body',
      { retryAfter: '7' },
      { details: { retryAfterSeconds: 1 } },
    ],
  ])('takes the time to wait from %s', (_, header, body) => {
    expect(
      toStatusError(body, { statusCode: 429, what: 'GET /x', ...header })
        .retryAfterMs,
    ).toBe(7_000);
  });

  it.each([undefined, 'Bad gateway <html>', { message: 5 }, []])(
    'does not quote what is no Status: %j',
    body => {
      expect(
        toStatusError(body, { statusCode: 502, what: 'GET /x' }),
      ).toMatchObject({
        failure: 'unreachable',
        message: 'The API server answered 502 to GET /x',
      });
    },
  );

  it('reads the code of an event of a watch', () => {
    expect(
      toStatusError({ code: 410, message: 'too old' }, { what: 'a watch' }),
    ).toMatchObject({ failure: 'expired', message: 'too old' });
  });

  it('bounds a message', () => {
    const { message } = toStatusError(
      { message: 'x'.repeat(1_000_000) },
      { statusCode: 500, what: 'GET /x' },
    );

    expect(message).toHaveLength(2_000);
  });
});

describe('toNetworkError', () => {
  it.each<[string, string]>([
    ['ECONNREFUSED', 'nothing listens there (ECONNREFUSED)'],
    ['ENOTFOUND', 'the host name is not known (ENOTFOUND)'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'give its authority as caData or caFile'],
    ['EWHATEVER', 'the connection failed (EWHATEVER)'],
  ])('explains %s', (code, expected) => {
    const error = toNetworkError(
      Object.assign(new Error('raw'), { code }),
      'https://api.example.org',
    );

    expect(error.failure).toBe('unreachable');
    expect(error.message).toContain(
      'The API server at https://api.example.org cannot be reached: ',
    );
    expect(error.message).toContain(expected);
  });

  it('never quotes the raw message', () => {
    const { message } = toNetworkError(
      new Error('plugin said: token s3cret'),
      'https://api.example.org',
    );

    expect(message).not.toContain('s3cret');
  });
});
