import { asSchema, requiredOf, type CrdSchema } from '../crdSchema/crdSchema';
import type { PromiseChange } from './PromiseChange';
import { compareSchemas } from './schema/compareSchemas';

/** Fields that Kubernetes alone judges, or that no request sets. */
const NOT_ASKED = ['apiVersion', 'kind', 'status'];

/** What no object is without, whether its schema asks for it or not. */
const ALWAYS_THERE = ['apiVersion', 'kind', 'metadata'];

/** What changed for those who write requests. @internal */
export function compareRequestSchemas(
  before: CrdSchema,
  after: CrdSchema,
): PromiseChange[] {
  return compareSchemas({
    before: asAsked(before),
    after: asAsked(after),
    path: '',
    isWatched: false,
  });
}

function asAsked(schema: CrdSchema): CrdSchema {
  const { required, ...rest } = schema;
  const asked = requiredOf(schema).filter(name => !ALWAYS_THERE.includes(name));
  return withMetadata(
    dropProperties({ ...rest, ...(asked.length > 0 && { required: asked }) }),
  );
}

/** A schema may limit names, and say nothing else about metadata; where it is silent any name fits. */
function withMetadata(schema: CrdSchema): CrdSchema {
  const properties = asSchema(schema.properties);
  const metadata = asSchema(properties.metadata);
  const { name, generateName } = asSchema(metadata.properties);
  return {
    ...schema,
    properties: {
      ...properties,
      metadata: {
        type: 'object',
        properties: {
          name: { type: 'string', ...asSchema(name) },
          generateName: { type: 'string', ...asSchema(generateName) },
        },
      },
    },
  };
}

function dropProperties(schema: CrdSchema): CrdSchema {
  const properties = Object.entries(asSchema(schema.properties)).filter(
    ([name]) => !NOT_ASKED.includes(name),
  );
  return {
    type: 'object',
    ...schema,
    properties: Object.fromEntries(properties),
  };
}
