import { builtinDefinitions } from '../../apiserver/builtin/builtinDefinitions';
import type { JsonSchema } from '../../apiserver/schema/JsonSchema';
import type { Json } from '../json/read';
import { at, isRecord, textOf } from '../json/read';
import { platformApiVersion } from '../vocabulary/resources';

/**
 * Why Kratix cannot read a pipeline, in the words of Go's decoder, which takes no unknown field here
 * (`PipelinesFromUnstructured` of api/v1alpha1/pipeline_types.go).
 * @internal
 */
export function pipelineShapeProblem(item: Json): string | undefined {
  const name = textOf(at(item, 'metadata', 'name')) ?? '';
  if (item.kind !== 'Pipeline' || item.apiVersion !== platformApiVersion) {
    return `unsupported pipeline "${name}" with APIVersion "${
      textOf(item.kind) ?? ''
    }/${textOf(item.apiVersion) ?? ''}"`;
  }
  const problem = decodeProblem(item, pipelineSchema(), {
    path: '',
    type: 'Pipeline',
  });
  return problem && `failed unmarshalling pipeline ${name}: json: ${problem}`;
}

interface Place {
  /** Of the field. */
  path: string;
  /** Go's name of the nearest type that has one. */
  type: string;
}

/** The first problem in the order of the keys, in which Kratix writes a pipeline out before it reads it. */
function decodeProblem(
  value: unknown,
  schema: JsonSchema,
  place: Place,
): string | undefined {
  if (value === null || schema.type === undefined) {
    return undefined;
  }
  if (!fits(value, schema)) {
    return `cannot unmarshal ${jsonType(value)} into Go struct field ${
      place.type
    }.${place.path} of type ${goType(schema)}`;
  }
  if (Array.isArray(value)) {
    return first(value, item => decodeProblem(item, schema.items ?? {}, place));
  }
  return isRecord(value)
    ? first(Object.keys(value).sort(), key =>
        fieldProblem(value[key], key, { schema, place }),
      )
    : undefined;
}

function fieldProblem(
  value: unknown,
  key: string,
  { schema, place }: { schema: JsonSchema; place: Place },
): string | undefined {
  // Go's decoder does not mind how a name is capitalised.
  const known = Object.entries(schema.properties ?? {}).find(
    ([name]) => name.toLowerCase() === key.toLowerCase(),
  );
  const { additionalProperties } = schema;
  if (!known && !additionalProperties && schema.properties) {
    return `unknown field ${JSON.stringify(key)}`;
  }
  const next =
    known?.[1] ??
    (typeof additionalProperties === 'object' ? additionalProperties : {});
  return decodeProblem(value, next, {
    path: place.path === '' ? key : `${place.path}.${key}`,
    type: next.items?.title ?? next.title ?? place.type,
  });
}

function first<T>(
  items: readonly T[],
  problemOf: (item: T) => string | undefined,
): string | undefined {
  for (const item of items) {
    const problem = problemOf(item);
    if (problem !== undefined) {
      return problem;
    }
  }
  return undefined;
}

function fits(value: unknown, schema: JsonSchema): boolean {
  switch (schema.type) {
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isRecord(value);
    case 'integer':
    case 'number':
      return typeof value === 'number';
    default:
      return typeof value === schema.type;
  }
}

function jsonType(value: unknown): string {
  if (Array.isArray(value)) {
    return 'array';
  }
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

function goType(schema: JsonSchema): string {
  switch (schema.type) {
    case 'array':
      return `[]${goType(schema.items ?? {})}`;
    case 'boolean':
      return 'bool';
    case 'integer':
      return schema.format ?? 'int';
    case 'object':
      return schema.title ? `v1alpha1.${schema.title}` : 'map[string]string';
    default:
      return schema.type ?? 'interface {}';
  }
}

const text: JsonSchema = { type: 'string' };
const texts: JsonSchema = { type: 'array', items: text };
const textMap: JsonSchema = { type: 'object', additionalProperties: text };

/** `Pipeline` of api/v1alpha1/pipeline_types.go; what it takes from Kubernetes is read from Kubernetes' own types. */
function pipelineSchema(): JsonSchema {
  const core = (name: string) => builtinDefinitions().linked.get(name) ?? {};
  const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
  const struct = (
    title: string,
    properties: Record<string, JsonSchema>,
  ): JsonSchema => ({ type: 'object', title, properties });
  const container = struct('Container', {
    name: text,
    image: text,
    args: texts,
    command: texts,
    env: listOf(core('V1EnvVar')),
    envFrom: listOf(core('V1EnvFromSource')),
    volumeMounts: listOf(core('V1VolumeMount')),
    imagePullPolicy: text,
    securityContext: core('V1SecurityContext'),
    resources: core('V1ResourceRequirements'),
  });
  const permission = struct('Permission', {
    ...core('V1PolicyRule').properties,
    resourceNamespace: text,
  });
  return struct('Pipeline', {
    kind: text,
    apiVersion: text,
    metadata: core('V1ObjectMeta'),
    spec: struct('PipelineSpec', {
      containers: listOf(container),
      imagePullSecrets: listOf(core('V1LocalObjectReference')),
      jobOptions: struct('JobOptions', {
        backoffLimit: { type: 'integer', format: 'int32' },
      }),
      nodeSelector: textMap,
      rbac: struct('RBAC', {
        serviceAccount: text,
        permissions: listOf(permission),
      }),
      restartPolicy: text,
      tolerations: listOf(core('V1Toleration')),
      volumes: listOf(core('V1Volume')),
    }),
  });
}
