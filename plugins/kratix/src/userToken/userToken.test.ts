import {
  createExtensionTester,
  mockApis,
} from '@backstage/frontend-test-utils';
import { FormDecoratorBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import {
  kratixFormDecorators,
  kratixTaskSecrets,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { ConfiguredUserToken, OperationsClient } from '../api';
import { userTokenDecorator } from '../extensions/userToken';
import { bringUserToken } from './bringUserToken';

const ref = {
  ...{ platform: 'dev', promise: 'redis' },
  ...{ namespace: 'team-a', name: 'cache' },
};

/** What a decorator does to the secrets of a task. */
async function decorate(getToken: () => Promise<string | undefined>) {
  let secrets: Record<string, string> = { other: 'kept' };
  const errors = { post: jest.fn(), error$: jest.fn() };
  await bringUserToken(
    { setSecrets: change => (secrets = change(secrets)) },
    { userToken: { getToken }, errors },
  );
  return { secrets, errors };
}

describe('the decorator', () => {
  it('hands the token over as the secret that the actions read', async () => {
    const { secrets } = await decorate(async () => 'id-token');

    expect(secrets).toEqual({
      other: 'kept',
      [kratixTaskSecrets.userToken]: 'id-token',
    });
  });

  it('lets the task say what is missing when the person does not sign in', async () => {
    const { secrets, errors } = await decorate(async () => {
      throw new Error('Login failed, rejected by user');
    });

    expect(secrets).toEqual({ other: 'kept' });
    expect(errors.post).toHaveBeenCalledWith(
      expect.objectContaining({ message: 'Login failed, rejected by user' }),
    );
  });

  it('is found under the id that Templates name', () => {
    const decorator = createExtensionTester(userTokenDecorator).get(
      FormDecoratorBlueprint.dataRefs.formDecoratorLoader,
    );

    expect(decorator.id).toBe(kratixFormDecorators.userToken);
  });
});

describe('ConfiguredUserToken', () => {
  const silent = { getIdToken: jest.fn(async () => '') };
  const providers = {
    ...{ google: silent, microsoft: silent, gitlab: silent },
    ...{ onelogin: silent, vmwareCloudServices: silent },
    okta: { getIdToken: jest.fn(async () => 'of-okta') },
  };
  const create = (provider?: string) =>
    new ConfiguredUserToken({
      config: mockApis.config({
        data: provider ? { kratix: { userToken: { provider } } } : {},
      }),
      providers,
    });

  it('asks the provider that is named, and no other', async () => {
    expect(await create('okta').getToken()).toBe('of-okta');
    expect(silent.getIdToken).not.toHaveBeenCalled();
  });

  it('asks nobody to sign in where the token is optional', async () => {
    expect(await create('okta').getToken({ optional: true })).toBe('of-okta');
    expect(providers.okta.getIdToken).toHaveBeenLastCalledWith({
      optional: true,
    });
  });

  it('asks nobody where none is named', async () => {
    providers.okta.getIdToken.mockClear();

    expect(await create().getToken()).toBeUndefined();
    expect(providers.okta.getIdToken).not.toHaveBeenCalled();
  });

  it('has no token where the provider gives none', async () => {
    expect(await create('google').getToken()).toBeUndefined();
  });

  it('names what is allowed', () => {
    expect(() => create('github')).toThrow(
      'kratix.userToken.provider is "github"; allowed are google, microsoft, gitlab, onelogin, vmwareCloudServices, okta',
    );
  });
});

describe('OperationsClient', () => {
  function create(getToken: () => Promise<string | undefined>) {
    const fetch = jest.fn<Promise<Response>, Parameters<typeof window.fetch>>(
      async () => new Response('{}'),
    );
    const client = new OperationsClient({
      fetchApi: { fetch },
      userToken: { getToken },
    });
    const headersOf = () =>
      fetch.mock.calls.map(([, init]) =>
        new Headers(init?.headers).get('kratix-user-token'),
      );
    return { client, fetch, headersOf };
  }

  it('sends the token with what is asked of the platform, and with nothing else', async () => {
    const { client, headersOf, fetch } = create(async () => 'id-token');

    await client.operate(ref, { name: 'pause', body: { uid: '1' } });
    await client.deleteRequest(ref, { uid: '1' });
    await client.startPreview(ref, { uid: '1', spec: {} });
    await client.fetchPreview(ref, 'portal-1');
    await client.removePreview(ref, 'portal-1');
    await client.validate(ref, { ...ref, mode: 'create', spec: {} });
    await client.fetchOperations(ref);

    expect(headersOf()).toEqual([...Array(6).fill('id-token'), null]);
    // In an address or a body it would be logged.
    for (const [url, init] of fetch.mock.calls) {
      expect(String(url) + String(init?.body)).not.toContain('id-token');
    }
  });

  it('sends no header where there is no token', async () => {
    const { client, headersOf } = create(async () => undefined);

    await client.deleteRequest(ref, { uid: '1' });

    expect(headersOf()).toEqual([null]);
  });

  it('asks for nothing when the person does not sign in', async () => {
    const { client, fetch } = create(async () => {
      throw new Error('Login failed, rejected by user');
    });

    expect(await client.deleteRequest(ref, { uid: '1' })).toEqual({
      ok: false,
      problem: { kind: 'failed', message: 'Login failed, rejected by user' },
    });
    expect(fetch).not.toHaveBeenCalled();
  });
});
