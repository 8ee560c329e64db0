import type { JsonObject } from '@backstage/types';
import type { PromiseApi } from '../model';
import { authorAnnotations } from '../names/keys';
import type { RequestManifest } from './RequestManifest';

/**
 * What a request is made from.
 * @public
 */
export interface RequestManifestInput {
  readonly api: Pick<PromiseApi, 'group' | 'version' | 'kind'>;
  readonly namespace: string;
  readonly name: string;
  readonly spec: JsonObject;
  /** Entity reference of the owner. */
  readonly owner?: string;
  /** Entity reference of the person who asks. */
  readonly requestedBy?: string;
  /** Id of the scaffolder task that orders it. */
  readonly task?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * Step 5 of 7: a request as it is sent to the platform or written to a file. The label
 * `kratix.io/promise-name` is not set: Kratix does it (kratix-domain 2.2), and would own it anyway.
 * @public
 */
export function buildRequestManifest(
  input: RequestManifestInput,
): RequestManifest {
  const { api, namespace, name, spec, owner, requestedBy, task, labels } =
    input;
  const annotations = {
    ...(owner && { [authorAnnotations.owner]: owner }),
    ...(requestedBy && { [authorAnnotations.requestedBy]: requestedBy }),
    ...(task && { [authorAnnotations.task]: task }),
  };
  return {
    apiVersion: `${api.group}/${api.version}`,
    kind: api.kind,
    metadata: {
      name,
      namespace,
      ...(labels && Object.keys(labels).length > 0 && { labels }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    spec,
  };
}
