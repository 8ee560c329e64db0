import type { JsonObject } from '@backstage/types';
import type { ResourceRequest } from '../model';

/**
 * A request in the form in which the API server judges it, for {@link createRequestJudge}.
 * @public
 */
export function toJudgedObject({
  group,
  version,
  kind,
  namespace,
  name,
  spec,
}: Pick<
  ResourceRequest,
  'group' | 'version' | 'kind' | 'namespace' | 'name' | 'spec'
>): JsonObject {
  return {
    apiVersion: `${group}/${version}`,
    kind,
    metadata: { namespace, name },
    spec,
  };
}
