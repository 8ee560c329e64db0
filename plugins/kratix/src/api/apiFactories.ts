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
import { createLazyApi } from './createLazyApi';
import { kratixFleetApiRef, type FleetApi } from './FleetApi';
import { kratixApiRef, type KratixApi } from './KratixApi';
import { kratixOperationsApiRef, type OperationsApi } from './OperationsApi';
import { kratixReviewsApiRef, type ReviewsApi } from './ReviewsApi';
import { kratixRolloutApiRef, type RolloutApi } from './RolloutApi';
import { kratixUserTokenApiRef } from './UserTokenApi';
import { kratixWorkflowApiRef, type WorkflowApi } from './WorkflowApi';

/**
 * How each API of the plugin is made, in either frontend system. These are part of every page of the portal:
 * what asks and what checks the answer is loaded with the first question.
 * @internal
 */
export const apiFactories = {
  kratix: createApiFactory({
    api: kratixApiRef,
    deps: { fetchApi: fetchApiRef, userToken: kratixUserTokenApiRef },
    factory: options =>
      createLazyApi<KratixApi>(
        {
          fetchPlatforms: true,
          fetchNamespaces: true,
          fetchPromise: true,
          fetchRequest: true,
          fetchDelivery: true,
          fetchDeliveryFile: true,
          fetchEvents: true,
          fetchDestinations: true,
          fetchRequests: true,
          fetchRequestParts: true,
          fetchOffers: true,
          fetchPromiseAbout: true,
          fetchAttention: true,
        },
        async () => {
          const { KratixClient } = await import('./KratixClient');
          return new KratixClient(options);
        },
      ),
  }),
  fleet: createApiFactory({
    api: kratixFleetApiRef,
    deps: { fetchApi: fetchApiRef },
    factory: ({ fetchApi }) =>
      createLazyApi<FleetApi>(
        { fetchFleet: true, askImpact: true },
        async () => {
          const { FleetClient } = await import('./FleetClient');
          return new FleetClient({ fetchApi });
        },
      ),
  }),
  operations: createApiFactory({
    api: kratixOperationsApiRef,
    deps: { fetchApi: fetchApiRef, userToken: kratixUserTokenApiRef },
    factory: options =>
      createLazyApi<OperationsApi>(
        {
          fetchOperations: true,
          operate: true,
          deleteRequest: true,
          startPreview: true,
          fetchPreview: true,
          removePreview: true,
          fetchPromiseOperations: true,
          operatePromise: true,
          validate: true,
        },
        async () => {
          const { OperationsClient } = await import('./OperationsClient');
          return new OperationsClient(options);
        },
      ),
  }),
  reviews: createApiFactory({
    api: kratixReviewsApiRef,
    deps: { fetchApi: fetchApiRef },
    factory: ({ fetchApi }) =>
      createLazyApi<ReviewsApi>({ fetchReviews: true }, async () => {
        const { ReviewsClient } = await import('./ReviewsClient');
        return new ReviewsClient({ fetchApi });
      }),
  }),
  rollout: createApiFactory({
    api: kratixRolloutApiRef,
    deps: { fetchApi: fetchApiRef },
    factory: ({ fetchApi }) =>
      createLazyApi<RolloutApi>(
        { fetchRollout: true, fetchCopies: true },
        async () => {
          const { RolloutClient } = await import('./RolloutClient');
          return new RolloutClient({ fetchApi });
        },
      ),
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
    factory: ({ fetchApi }) =>
      createLazyApi<WorkflowApi>(
        { fetchRuns: true, openLog: true },
        async () => {
          const { WorkflowClient } = await import('./WorkflowClient');
          return new WorkflowClient({ fetchApi });
        },
      ),
  }),
};
