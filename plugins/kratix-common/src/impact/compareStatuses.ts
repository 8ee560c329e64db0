import equal from 'fast-deep-equal';
import { asSchema } from '../crdSchema/crdSchema';
import type { PromiseApi } from '../model';
import type { PromiseChange } from './PromiseChange';
import { tell } from '../wording';

/**
 * What an author says of `status` reaches no cluster: in every version Kratix puts a schema of its own in its place,
 * which keeps whatever pipelines write (internal/controller/promise_controller.go `setStatusFieldsOnCRD`).
 * @internal
 */
export function compareStatuses(
  before: PromiseApi,
  after: PromiseApi,
): PromiseChange[] {
  const isSame = before.servedVersions
    .filter(version => after.servedVersions.includes(version))
    .every(version =>
      equal(statusAt(before, version), statusAt(after, version)),
    );
  return isSame
    ? []
    : [
        {
          code: 'text-changed',
          severity: 'safe',
          path: 'status',
          ...tell('impact.statusDescribed'),
        },
      ];
}

function statusAt(api: PromiseApi, version: string): unknown {
  const schema =
    version === api.version ? api.schema : api.otherSchemas?.[version];
  return asSchema(asSchema(schema).properties).status;
}
