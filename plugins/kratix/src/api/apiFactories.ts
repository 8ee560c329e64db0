import {
  configApiRef,
  createApiFactory,
  fetchApiRef,
  gitlabAuthApiRef,
  googleAuthApiRef,
  microsoftAuthApiRef,
  oktaAuthApiRef,
  oneloginAuthApiRef,
  vmwareCloudAuthApiRef,
} from '@backstage/frontend-plugin-api';
import { ConfiguredUserToken } from './ConfiguredUserToken';
import { kratixFleetApiRef } from './FleetApi';
import { FleetClient } from './FleetClient';
import { kratixApiRef } from './KratixApi';
import { KratixClient } from './KratixClient';
import { kratixOperationsApiRef } from './OperationsApi';
import { OperationsClient } from './OperationsClient';
import { kratixReviewsApiRef } from './ReviewsApi';
import { ReviewsClient } from './ReviewsClient';
import { kratixRolloutApiRef } from './RolloutApi';
import { RolloutClient } from './RolloutClient';
import { kratixUserTokenApiRef } from './UserTokenApi';
import { kratixWorkflowApiRef } from './WorkflowApi';
import { WorkflowClient } from './WorkflowClient';

/**
 * How each API of the plugin is made, in either frontend system.
 * @internal
 */
export const apiFactories = {
  kratix: createApiFactory({
    api: kratixApiRef,
    deps: { fetchApi: fetchApiRef },
    factory: ({ fetchApi }) => new KratixClient({ fetchApi }),
  }),
  fleet: createApiFactory({
    api: kratixFleetApiRef,
    deps: { fetchApi: fetchApiRef },
    factory: ({ fetchApi }) => new FleetClient({ fetchApi }),
  }),
  operations: createApiFactory({
    api: kratixOperationsApiRef,
    deps: { fetchApi: fetchApiRef, userToken: kratixUserTokenApiRef },
    factory: options => new OperationsClient(options),
  }),
  reviews: createApiFactory({
    api: kratixReviewsApiRef,
    deps: { fetchApi: fetchApiRef },
    factory: ({ fetchApi }) => new ReviewsClient({ fetchApi }),
  }),
  rollout: createApiFactory({
    api: kratixRolloutApiRef,
    deps: { fetchApi: fetchApiRef },
    factory: ({ fetchApi }) => new RolloutClient({ fetchApi }),
  }),
  userToken: createApiFactory({
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
  workflow: createApiFactory({
    api: kratixWorkflowApiRef,
    deps: { fetchApi: fetchApiRef },
    factory: ({ fetchApi }) => new WorkflowClient({ fetchApi }),
  }),
};
