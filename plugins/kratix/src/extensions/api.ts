import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { apiFactories } from '../api/apiFactories';

/** `api:kratix` @internal */
export const kratixApi = ApiBlueprint.make({
  params: defineParams => defineParams(apiFactories.kratix),
});

/** `api:kratix/fleet` @internal */
export const kratixFleetApi = ApiBlueprint.make({
  name: 'fleet',
  params: defineParams => defineParams(apiFactories.fleet),
});

/** `api:kratix/operations` @internal */
export const kratixOperationsApi = ApiBlueprint.make({
  name: 'operations',
  params: defineParams => defineParams(apiFactories.operations),
});

/** `api:kratix/reviews` @internal */
export const kratixReviewsApi = ApiBlueprint.make({
  name: 'reviews',
  params: defineParams => defineParams(apiFactories.reviews),
});

/** `api:kratix/rollout` @internal */
export const kratixRolloutApi = ApiBlueprint.make({
  name: 'rollout',
  params: defineParams => defineParams(apiFactories.rollout),
});

/** `api:kratix/user-token` @internal */
export const kratixUserTokenApi = ApiBlueprint.make({
  name: 'user-token',
  params: defineParams => defineParams(apiFactories.userToken),
});

/** `api:kratix/workflow` @internal */
export const workflowApi = ApiBlueprint.make({
  name: 'workflow',
  params: defineParams => defineParams(apiFactories.workflow),
});
