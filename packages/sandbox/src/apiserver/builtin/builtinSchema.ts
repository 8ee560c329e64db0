import type { ResourceType } from '../registry/ResourceType';
import type { JsonSchema } from '../schema/JsonSchema';
import { builtinDefinitions } from './builtinDefinitions';

type Published = Record<string, JsonSchema>;

/** The schema of a built-in type, its references resolved. @internal */
export function builtinSchema(
  group: string,
  version: string,
  kind: string,
): JsonSchema | undefined {
  return builtinDefinitions().linked.get(modelName(group, version, kind));
}

/** What every object's metadata may have. @internal */
export function objectMetaSchema(): JsonSchema {
  return builtinDefinitions().linked.get('V1ObjectMeta') ?? {};
}

/** The definitions that a built-in type needs in an OpenAPI document, itself under `name`. @internal */
export function definitionsFor(
  type: ResourceType,
  name: string,
  prefix: string,
): Published {
  const root = modelName(type.group, type.version, type.kind);
  const published = publish([root], prefix);
  const own = published[publicName(root)];
  delete published[publicName(root)];
  return { ...published, [name]: own ?? { type: 'object' } };
}

/** What every document needs: ObjectMeta, ListMeta, Status. @internal */
export function metaDefinitions(prefix: string): Published {
  return publish(['V1ObjectMeta', 'V1ListMeta', 'V1Status'], prefix);
}

function modelName(group: string, version: string, kind: string): string {
  if (kind === 'Event') {
    return group === '' ? 'CoreV1Event' : 'EventsV1Event';
  }
  return `${version.charAt(0).toUpperCase()}${version.slice(1)}${kind}`;
}

function publish(roots: readonly string[], prefix: string): Published {
  const { raw } = builtinDefinitions();
  const result: Published = {};
  const waiting = [...roots];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const definition = raw.get(name);
    const published = publicName(name);
    if (definition && !Object.hasOwn(result, published)) {
      result[published] = rewrite(definition, prefix, waiting);
    }
  }
  return result;
}

/** References in the document's own style; each one seen is to be published too. */
function rewrite(
  schema: JsonSchema,
  prefix: string,
  seen: string[],
): JsonSchema {
  const { alwaysPresent: _, ...copy }: JsonSchema = schema;
  if (schema.$ref !== undefined) {
    seen.push(schema.$ref);
    const { $ref, ...rest } = schema;
    return {
      ...rest,
      allOf: [{ $ref: `${prefix}${publicName($ref)}` }],
    };
  }
  if (schema.properties) {
    copy.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([key, property]) => [
        key,
        rewrite(property, prefix, seen),
      ]),
    );
  }
  if (schema.items) {
    copy.items = rewrite(schema.items, prefix, seen);
  }
  if (typeof schema.additionalProperties === 'object') {
    copy.additionalProperties = rewrite(
      schema.additionalProperties,
      prefix,
      seen,
    );
  }
  return copy;
}

const metaKinds =
  /^V1(ObjectMeta|ListMeta|Status|StatusDetails|StatusCause|OwnerReference|ManagedFieldsEntry|LabelSelector|LabelSelectorRequirement|Condition)$/;

function publicName(model: string): string {
  const kind = model.replace(/^(Core|Events|Rbac|Apiextensions)?V1/, '');
  if (metaKinds.test(model)) {
    return `io.k8s.apimachinery.pkg.apis.meta.v1.${kind}`;
  }
  return model.startsWith('EventsV1')
    ? `io.k8s.api.events.v1.${kind}`
    : `io.k8s.api.core.v1.${kind}`;
}
