import { definitionsFor, metaDefinitions } from '../builtin/builtinSchema';
import { reviewTypes } from '../auth/reviews';
import type { ResourceType } from '../registry/ResourceType';
import { apiVersionOf } from '../registry/ResourceType';
import type { TypeRegistry } from '../registry/TypeRegistry';
import type { JsonSchema } from '../schema/JsonSchema';
import { resourcePaths } from './openapiPaths';

type Definitions = Record<string, object>;

const info = { title: 'Kubernetes', version: 'v1.32.0' };
const metaV1 = 'io.k8s.apimachinery.pkg.apis.meta.v1';

/** `/openapi/v3`: where the document of each group version is. @internal */
export function openApiIndex(registry: TypeRegistry): unknown {
  const places = new Set(
    [...registry.all(), ...reviewTypes].map(type =>
      type.group ? `apis/${apiVersionOf(type)}` : `api/${type.version}`,
    ),
  );
  return {
    paths: Object.fromEntries(
      [...places].map(place => [
        place,
        {
          serverRelativeURL: `/openapi/v3/${place}?hash=${registry.generation}`,
        },
      ]),
    ),
  };
}

/** `/openapi/v3/{api/v1 | apis/group/version}`. @internal */
export function openApiV3(registry: TypeRegistry, place: string): unknown {
  const types = registry
    .all()
    .filter(
      type =>
        place ===
        (type.group ? `apis/${apiVersionOf(type)}` : `api/${type.version}`),
    );
  const isReview = reviewTypes.some(
    review => place === `apis/${apiVersionOf(review)}`,
  );
  if (types.length === 0 && !isReview) {
    return undefined;
  }
  const prefix = '#/components/schemas/';
  return {
    openapi: '3.0.0',
    info,
    paths: Object.assign(
      {},
      ...types.map(type => resourcePaths(type, definitionName(type), 3)),
    ),
    components: {
      schemas: Object.assign(
        {},
        metaDefinitions(prefix),
        ...types.map(type => definitionsOf(type, prefix)),
      ),
    },
  };
}

/** `/openapi/v2`: everything in one document. @internal */
export function openApiV2(registry: TypeRegistry): unknown {
  const types = registry.all();
  const prefix = '#/definitions/';
  return {
    swagger: '2.0',
    info,
    paths: Object.assign(
      {},
      ...types.map(type => resourcePaths(type, definitionName(type), 2)),
    ),
    definitions: Object.assign(
      {},
      metaDefinitions(prefix),
      ...types.map(type => definitionsOf(type, prefix)),
    ),
  };
}

function definitionName(type: ResourceType): string {
  const group = type.isCustom
    ? type.group.split('.').reverse().join('.')
    : `io.k8s.api.${type.group.split('.')[0] || 'core'}`;
  return `${group}.${type.version}.${type.kind}`;
}

function definitionsOf(type: ResourceType, prefix: string): Definitions {
  const name = definitionName(type);
  const gvk = {
    group: type.group,
    version: type.version,
    kind: type.kind,
  };
  const own: Definitions = type.isCustom
    ? { [name]: customDefinition(type, prefix) }
    : definitionsFor(type, name, prefix);
  return {
    ...own,
    [name]: {
      ...own[name],
      'x-kubernetes-group-version-kind': [gvk],
    },
    [`${name}List`]: {
      type: 'object',
      description: `${type.kind}List is a list of ${type.kind}`,
      required: ['items'],
      properties: {
        apiVersion: { type: 'string' },
        items: { type: 'array', items: { $ref: `${prefix}${name}` } },
        kind: { type: 'string' },
        metadata: { $ref: `${prefix}${metaV1}.ListMeta` },
      },
      'x-kubernetes-group-version-kind': [{ ...gvk, kind: type.listKind }],
    },
  };
}

function customDefinition(type: ResourceType, prefix: string): JsonSchema {
  return {
    ...type.schema,
    properties: {
      ...type.schema?.properties,
      metadata: {
        description:
          "Standard object's metadata. More info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#metadata",
        $ref: `${prefix}${metaV1}.ObjectMeta`,
      },
    },
  };
}
