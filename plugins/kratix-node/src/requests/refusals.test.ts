import { KubernetesError } from '../cluster/failures/KubernetesError';
import { toRequestError } from './toRequestError';

// The answers of kube-apiserver 1.36.3 in packages/contract/conversations.
const unchecked =
  '<nil>: Invalid value: null: some validation rules were not checked because the object was invalid; correct the existing errors to complete validation';
const ask = (error: KubernetesError) => toRequestError(error, 'Request a/b');

describe('what an API server refuses', () => {
  it('is told without its remark about rules that were not checked', () => {
    const error = new KubernetesError(
      'invalid',
      `Database.test.example "bad" is invalid: [spec.engine: Required value, ${unchecked}]`,
      {
        causes: [
          { field: 'spec.engine', message: 'Required value' },
          { field: '<nil>', message: unchecked },
        ],
      },
    );

    expect(ask(error)).toMatchObject({
      name: 'InputError',
      message:
        'Database.test.example "bad" is invalid: [spec.engine: Required value]',
      causes: [{ field: 'spec.engine', message: 'Required value' }],
    });
  });

  it('keeps what no field has, as a word about the whole', () => {
    const branches =
      'Invalid value: "": "spec" must validate at least one schema (anyOf)';
    const error = new KubernetesError(
      'invalid',
      `"bad" is invalid: ${branches}`,
      {
        causes: [
          { field: '<nil>', message: branches },
          { field: '<nil>', message: unchecked },
        ],
      },
    );

    expect(ask(error)).toMatchObject({
      name: 'InputError',
      causes: [{ field: '', message: branches }],
    });
  });

  it.each([
    [
      'one field',
      '.spec.colour: field not declared in schema',
      [{ field: 'spec.colour', message: 'field not declared in schema' }],
    ],
    [
      'several fields',
      'errors:\n  .spec.colour: field not declared in schema\n  .spec.users[0].port: expected numeric (int or float), got string',
      [
        { field: 'spec.colour', message: 'field not declared in schema' },
        {
          field: 'spec.users[0].port',
          message: 'expected numeric (int or float), got string',
        },
      ],
    ],
    [
      'a field with an odd name',
      '.spec.${{ x }}: field not declared in schema',
      [{ field: 'spec.${{ x }}', message: 'field not declared in schema' }],
    ],
    ['nothing that can be read', 'something else', []],
  ])('by type when it is applied names %s', (_, said, causes) => {
    const error = new KubernetesError(
      'serverError',
      `failed to create typed patch object (team-a/new; test.example/v1, Kind=Database): ${said}`,
      { statusCode: 500 },
    );

    expect(ask(error)).toMatchObject({
      name: 'InputError',
      message: said.replace(/^errors:\s*/, ''),
      causes: causes.map(cause => expect.objectContaining(cause)),
    });
  });

  it('by a webhook is about the object, and not about a right', () => {
    const message =
      'admission webhook "vpromise.kb.io" denied the request: too many';

    expect(
      ask(new KubernetesError('forbidden', message, { statusCode: 403 })),
    ).toMatchObject({ name: 'InputError', message });
  });

  it.each([
    [
      'forbidden',
      'redis is forbidden: User "ana" cannot patch',
      'NotAllowedError',
    ],
    ['serverError', 'etcdserver: leader changed', 'ServiceUnavailableError'],
  ] as const)('otherwise stays what it is: %s', (failure, message, name) => {
    expect(ask(new KubernetesError(failure, message))).toMatchObject({
      name,
      message,
    });
  });
});
