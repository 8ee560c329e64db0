// Step 2 of 7 of the tour in ARCHITECTURE.md.
// Before: plugins/kratix-node/src/cluster/watch/watchCollection.ts
// Next: plugins/kratix-node/src/state/foldWatchEvents.ts
import type { Parsed, Problem, PromiseApi, ResourceRequest } from '../model';
import { addProblem } from './reading/addProblem';
import { bounds, isWithinBounds } from './reading/bounds';
import { parseIdentity } from './parseIdentity';
import { asJsonObject, looseObject, readField } from './reading/readField';
import { readRequestStatus } from './readRequestStatus';
import { tell } from '../wording';

/**
 * What is known of a request before it is read. The label `kratix.io/promise-name` is absent for a moment
 * after creation (kratix-domain 2.5), so the Promise is the one whose API is being watched.
 * @public
 */
export interface ResourceRequestOrigin {
  readonly promiseName: string;
  readonly api: Pick<PromiseApi, 'group' | 'version' | 'kind' | 'plural'>;
}

/**
 * Step 2 of 7: reads a resource request, an object of the Promise's own kind.
 * @public
 */
export function parseResourceRequest(
  json: unknown,
  origin: ResourceRequestOrigin,
): Parsed<ResourceRequest> {
  const { promiseName, api } = origin;
  const parsed = parseIdentity(json, {
    kind: api.kind,
    group: api.group,
    scope: 'Namespaced',
  });
  if (!parsed.ok) {
    return parsed;
  }
  const problems: Problem[] = [...parsed.problems];
  const object = parsed.value.json;
  const version =
    typeof object.apiVersion === 'string'
      ? object.apiVersion.split('/')[1]
      : undefined;
  return {
    ok: true,
    problems,
    value: {
      ...parsed.value.identity,
      promiseName,
      group: api.group,
      version: version ?? api.version,
      kind: api.kind,
      plural: api.plural,
      namespace: parsed.value.namespace,
      spec: asJsonObject(readSpec(object.spec, problems)),
      status: readRequestStatus(object.status, problems),
    },
  };
}

function readSpec(
  value: unknown,
  problems: Problem[],
): Record<string, unknown> {
  const spec = readField(looseObject, value, 'spec', problems) ?? {};
  if (isWithinBounds(spec, bounds.specNodes)) {
    return spec;
  }
  addProblem(problems, {
    code: 'spec-too-large',
    ...tell('problem.specTooLarge'),
    path: 'spec',
  });
  return {};
}
