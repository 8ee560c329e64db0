import type { KubeObject } from '../cluster';
import { cloneJson, isObject } from '../json/json';
import type { ResourceType } from '../registry/ResourceType';
import type { Verb } from '../registry/ResourceType';
import type { JsonSchema } from '../schema/JsonSchema';
import { customColumns } from '../tables/customColumns';
import { createCustomJudge } from './createCustomJudge';
import type { CrdSpec, CrdVersion } from './CustomResourceDefinition';
import { crdSpec } from './CustomResourceDefinition';

/** What an established CRD adds to the registry: one type for each served version. @internal */
export function toResourceTypes(
  crd: KubeObject,
  log: (message: string) => void,
): ResourceType[] {
  const spec = crdSpec(crd);
  const storage = spec.versions.find(version => version.storage);
  return spec.versions
    .filter(version => version.served)
    .map(version => toType(spec, version, storage ?? version, log));
}

function toType(
  spec: CrdSpec,
  version: CrdVersion,
  storage: CrdVersion,
  log: (message: string) => void,
): ResourceType {
  const { names } = spec;
  const schema = withOwnFields(version.schema?.openAPIV3Schema ?? {});
  return {
    group: spec.group,
    version: version.name,
    resource: names.plural,
    singular: names.singular ?? names.kind.toLowerCase(),
    kind: names.kind,
    listKind: names.listKind ?? `${names.kind}List`,
    shortNames: names.shortNames ?? [],
    categories: names.categories ?? [],
    isNamespaced: spec.scope === 'Namespaced',
    verbs: customVerbs,
    storageKey: `${spec.group}/${names.plural}`,
    storageVersion: storage.name,
    schema,
    isCustom: true,
    hasStatus: version.subresources?.status !== undefined,
    tracksGeneration: true,
    columns: customColumns(version.additionalPrinterColumns),
    fieldSelectors: [
      'metadata.name',
      'metadata.namespace',
      ...(version.selectableFields ?? []).map(field =>
        field.jsonPath.replace(/^\./, ''),
      ),
    ],
    judge: createCustomJudge(
      schema,
      `${names.plural}.${spec.group}/${version.name}`,
      log,
    ),
  };
}

/** In the order of the API server's discovery. */
const customVerbs: readonly Verb[] = [
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'create',
  'update',
  'watch',
];

/** apiVersion, kind and metadata belong to every resource, whatever the author wrote. */
function withOwnFields(schema: JsonSchema): JsonSchema {
  const copy = cloneJson(schema);
  const properties = isObject(copy.properties) ? copy.properties : {};
  return {
    ...copy,
    type: 'object',
    properties: {
      ...properties,
      apiVersion: { type: 'string', description: apiVersionDescription },
      kind: { type: 'string', description: kindDescription },
      metadata: { ...properties.metadata, type: 'object' },
    },
  };
}

const apiVersionDescription =
  'APIVersion defines the versioned schema of this representation of an object. Servers should convert recognized schemas to the latest internal value, and may reject unrecognized values. More info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#resources';
const kindDescription =
  'Kind is a string value representing the REST resource this object represents. Servers may infer this from the endpoint the client submits requests to. Cannot be updated. In CamelCase. More info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#types-kinds';
