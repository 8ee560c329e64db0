import { ApiBlueprint, fetchApiRef } from '@backstage/frontend-plugin-api';
import { kratixApiRef, KratixClient } from '../api';

/** `api:kratix` @internal */
export const kratixApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: kratixApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new KratixClient({ fetchApi }),
    }),
});
