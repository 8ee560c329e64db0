import type {
  Cluster,
  KubeObject,
  NewKubeObject,
} from '../../apiserver/cluster';
import { parseBehaviour } from '../behaviour/parseBehaviour';
import type { Json } from '../json/read';
import { isRecord, recordOf, textOf, textsOf } from '../json/read';
import { timestamp } from '../text/time';
import { resolveType } from './resolveType';

/** A document that names its kind and itself. @internal */
export interface Manifest {
  apiVersion: string;
  kind: string;
  name: string;
  namespace?: string;
  document: Json;
}

/** Undefined when the document is not a Kubernetes object. @internal */
export function parseManifest(document: unknown): Manifest | undefined {
  if (!isRecord(document)) {
    return undefined;
  }
  const metadata = recordOf(document.metadata);
  const apiVersion = textOf(document.apiVersion);
  const kind = textOf(document.kind);
  const name = textOf(metadata.name);
  const namespace = textOf(metadata.namespace);
  return apiVersion && kind && name
    ? { apiVersion, kind, name, document, ...(namespace && { namespace }) }
    : undefined;
}

/**
 * Creates the object, or brings what the manifest says into the existing one. Undefined while nothing
 * serves its kind. Throws the API server's error when it refuses.
 * @internal
 */
export function applyManifest(
  cluster: Cluster,
  manifest: Manifest,
  options: { fieldManager: string; annotations?: Record<string, string> },
): KubeObject | undefined {
  const type = resolveType(cluster, manifest.apiVersion, manifest.kind);
  if (!type) {
    return undefined;
  }
  const namespace = type.isNamespaced
    ? manifest.namespace ?? 'default'
    : undefined;
  const key = { namespace, name: manifest.name };
  const metadata = recordOf(manifest.document.metadata);
  const labels = textsOf(metadata.labels);
  const annotations = {
    ...textsOf(metadata.annotations),
    ...options.annotations,
  };
  const { fieldManager } = options;
  const fields = fieldsOf(manifest.document);
  if (cluster.get(type.gvr, key)) {
    return cluster.mutate(
      type.gvr,
      key,
      draft => {
        Object.assign(draft, fields);
        draft.metadata.labels = { ...draft.metadata.labels, ...labels };
        draft.metadata.annotations = {
          ...draft.metadata.annotations,
          ...annotations,
        };
      },
      { fieldManager },
    );
  }
  const object: NewKubeObject = {
    ...fields,
    apiVersion: manifest.apiVersion,
    kind: manifest.kind,
    metadata: {
      name: manifest.name,
      ...(namespace && { namespace }),
      ...(Object.keys(labels).length > 0 && { labels }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
  };
  return cluster.create(type.gvr, object, {
    fieldManager,
    createdAt: createdAtOf(cluster, annotations),
  });
}

/** How long the first run of a settled object may have taken. */
const setUpMs = 60_000;

/** What looks settled for hours was asked for before that. */
function createdAtOf(
  { clock }: Cluster,
  annotations: Readonly<Record<string, string>>,
): string | undefined {
  const { settledMs } = parseBehaviour(annotations).behaviour;
  return settledMs === undefined
    ? undefined
    : timestamp(clock.now() - settledMs - setUpMs);
}

function fieldsOf(document: Json): Json {
  const { apiVersion, kind, metadata, status, ...fields } = document;
  return fields;
}
