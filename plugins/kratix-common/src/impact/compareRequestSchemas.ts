import { asSchema, type CrdSchema } from '../crdSchema/crdSchema';
import type { PromiseChange } from './PromiseChange';
import { compareSchemas } from './schema/compareSchemas';

/** Fields that Kubernetes alone judges, or that no request sets. */
const NOT_ASKED = ['apiVersion', 'kind', 'status'];

/** What changed for those who write requests. @internal */
export function compareRequestSchemas(
  before: CrdSchema,
  after: CrdSchema,
): PromiseChange[] {
  return compareSchemas({
    before: withMetadata(
      keepProperties(before, name => !NOT_ASKED.includes(name)),
    ),
    after: withMetadata(
      keepProperties(after, name => !NOT_ASKED.includes(name)),
    ),
    path: '',
    isWatched: false,
  });
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

/** No request says anything in its status, so the worst is that a reader misses something. @internal */
export function compareStatusSchemas(
  before: CrdSchema,
  after: CrdSchema,
): PromiseChange[] {
  const isStatus = (name: string) => name === 'status';
  return compareSchemas({
    before: { type: 'object', properties: onlyStatus(before, isStatus) },
    after: { type: 'object', properties: onlyStatus(after, isStatus) },
    path: '',
    isWatched: false,
  }).map(change =>
    change.severity === 'breaking' ? { ...change, severity: 'risky' } : change,
  );
}

function onlyStatus(
  schema: CrdSchema,
  isKept: (name: string) => boolean,
): CrdSchema {
  return asSchema(keepProperties(schema, isKept).properties);
}

function keepProperties(
  schema: CrdSchema,
  isKept: (name: string) => boolean,
): CrdSchema {
  const properties = Object.entries(asSchema(schema.properties)).filter(
    ([name]) => isKept(name),
  );
  return {
    type: 'object',
    ...schema,
    properties: Object.fromEntries(properties),
  };
}
