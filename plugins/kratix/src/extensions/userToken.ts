import {
  ApiBlueprint,
  configApiRef,
  gitlabAuthApiRef,
  googleAuthApiRef,
  microsoftAuthApiRef,
  oktaAuthApiRef,
  oneloginAuthApiRef,
  vmwareCloudAuthApiRef,
} from '@backstage/frontend-plugin-api';
import { FormDecoratorBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { ConfiguredUserToken, kratixUserTokenApiRef } from '../api';
import { kratixUserTokenDecorator } from '../userToken/userTokenDecorator';

/** `api:kratix/user-token` @internal */
export const kratixUserTokenApi = ApiBlueprint.make({
  name: 'user-token',
  params: defineParams =>
    defineParams({
      api: kratixUserTokenApiRef,
      deps: {
        config: configApiRef,
        google: googleAuthApiRef,
        microsoft: microsoftAuthApiRef,
        okta: oktaAuthApiRef,
        gitlab: gitlabAuthApiRef,
        onelogin: oneloginAuthApiRef,
        vmwareCloudServices: vmwareCloudAuthApiRef,
      },
      factory: ({ config, ...providers }) =>
        new ConfiguredUserToken({ config, providers }),
    }),
});

/** `scaffolder-form-decorator:kratix/user-token` @internal */
export const userTokenDecorator = FormDecoratorBlueprint.make({
  name: 'user-token',
  params: { decorator: kratixUserTokenDecorator },
});
