import {
  kratixFormDecorators,
  kratixTaskSecrets,
} from '../../contracts/actions';
import type { Platform } from '../../model';
import { buildRemovalTemplate } from '../buildRemovalTemplate';
import { tokenDecorators } from './tokenDecorators';

const platform: Platform = {
  ...{ name: 'dev', title: 'Development', identity: 'user-token' },
  delivery: {
    mode: 'pull-request',
    repository: {
      ...{ host: 'github.com', owner: 'acme', repo: 'orders' },
      ...{ path: '', branch: 'main', forge: 'github' },
    },
  },
  ...{ namespaces: [], catalogNamespace: 'default', isSandbox: false },
  defaultOwner: 'group:default/platform',
};

describe('tokenDecorators', () => {
  it("has the form bring the person's token where the platform is asked with it", () => {
    expect(tokenDecorators(platform)).toEqual({
      formDecorators: [{ id: kratixFormDecorators.userToken }],
    });
  });

  it.each(['impersonate', 'service-account'] as const)(
    'asks for no token where it is %s',
    identity => {
      expect(tokenDecorators({ identity })).toEqual({});
    },
  );

  it('leaves the token out of what a step is given: actions read it from the secrets', () => {
    const template = buildRemovalTemplate(platform);

    expect(template?.spec.formDecorators).toHaveLength(1);
    expect(JSON.stringify(template)).not.toContain('secrets');
    expect(JSON.stringify(template)).not.toContain(kratixTaskSecrets.userToken);
  });
});
