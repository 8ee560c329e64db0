import { ApiBlueprint, fetchApiRef } from '@backstage/frontend-plugin-api';
import {
  FleetClient,
  kratixApiRef,
  KratixClient,
  kratixFleetApiRef,
  kratixOperationsApiRef,
  kratixUserTokenApiRef,
  kratixRolloutApiRef,
  OperationsClient,
  RolloutClient,
} from '../api';

/** `api:kratix` @internal */
export const kratixApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: kratixApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new KratixClient({ fetchApi }),
    }),
});

/** `api:kratix/operations` @internal */
export const kratixOperationsApi = ApiBlueprint.make({
  name: 'operations',
  params: defineParams =>
    defineParams({
      api: kratixOperationsApiRef,
      deps: { fetchApi: fetchApiRef, userToken: kratixUserTokenApiRef },
      factory: options => new OperationsClient(options),
    }),
});

/** `api:kratix/fleet` @internal */
export const kratixFleetApi = ApiBlueprint.make({
  name: 'fleet',
  params: defineParams =>
    defineParams({
      api: kratixFleetApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new FleetClient({ fetchApi }),
    }),
});

/** `api:kratix/rollout` @internal */
export const kratixRolloutApi = ApiBlueprint.make({
  name: 'rollout',
  params: defineParams =>
    defineParams({
      api: kratixRolloutApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new RolloutClient({ fetchApi }),
    }),
});
