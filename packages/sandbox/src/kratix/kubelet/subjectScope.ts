import type { Json } from '../json/read';
import { annotations, labels } from '../vocabulary/labels';
import type { JobSubject } from './JobSubject';

/**
 * What `$(…)` in a behaviour can refer to: the object as the pipeline sees it. A preview shows the live
 * request's name (work-creator/lib/reader.go `resolveObject`).
 * @internal
 */
export function subjectScope(subject: JobSubject): Json {
  const { owner, promise, pipeline } = subject;
  const said = owner.metadata.annotations ?? {};
  const liveName = said[annotations.dryRunResourceName];
  return {
    apiVersion: owner.apiVersion,
    kind: owner.kind,
    metadata: {
      ...owner.metadata,
      name: liveName ?? owner.metadata.name,
      namespace:
        (liveName && said[annotations.dryRunResourceNamespace]) ||
        owner.metadata.namespace,
    },
    spec: owner.spec,
    status: owner.status,
    promise: {
      name: subject.promiseName,
      version: promise?.metadata.labels?.[labels.promiseVersion] ?? 'not-set',
    },
    pipeline: { name: pipeline },
  };
}
