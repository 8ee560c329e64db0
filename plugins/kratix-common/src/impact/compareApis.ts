import { asSchema, type CrdSchema } from '../crdSchema/crdSchema';
import type { PromiseApi } from '../model';
import type { PromiseChange } from './PromiseChange';
import { compareSchemas } from './schema/compareSchemas';

/**
 * What changed between two APIs of the same service, judged for the requests that stand.
 * @internal
 */
export function compareApis(
  before: PromiseApi,
  after: PromiseApi,
): PromiseChange[] {
  return [
    ...compareIdentities(before, after),
    ...compareVersions(before, after),
    ...compareRequestSchemas(before.schema, after.schema),
    ...compareStatusSchemas(before.schema, after.schema),
    ...compareOtherVersions(before, after),
  ];
}

/** Fields that Kubernetes alone judges, or that no request sets. */
const NOT_ASKED = ['apiVersion', 'kind', 'status'];

const IDENTITY = [
  ['crdName', 'metadata.name'],
  ['kind', 'spec.names.kind'],
  ['plural', 'spec.names.plural'],
  ['singular', 'spec.names.singular'],
  ['group', 'spec.group'],
  ['scope', 'spec.scope'],
] as const;

/** Kratix refuses to change these (promise_webhook.go), and Kubernetes the scope. */
function compareIdentities(
  before: PromiseApi,
  after: PromiseApi,
): PromiseChange[] {
  return IDENTITY.filter(([key]) => before[key] !== after[key]).map(
    ([key, path]): PromiseChange => ({
      code: 'api-identity-changed',
      severity: 'breaking',
      path: `spec.api.${path}`,
      message: `The API's ${key} changed from ${before[key] ?? 'none'} to ${
        after[key] ?? 'none'
      }; Kratix refuses that. Make it a new Promise.`,
    }),
  );
}

function compareVersions(
  before: PromiseApi,
  after: PromiseApi,
): PromiseChange[] {
  const path = 'spec.api.spec.versions';
  const gone = before.servedVersions.filter(
    version => !after.servedVersions.includes(version),
  );
  const fresh = after.servedVersions.filter(
    version => !before.servedVersions.includes(version),
  );
  const changes: PromiseChange[] = [
    ...gone.map(
      (version): PromiseChange => ({
        code: 'version-removed',
        severity: 'breaking',
        path,
        message: `Version ${version} of the API is no longer served; requests written for it are refused.`,
        before: version,
      }),
    ),
    ...fresh.map(
      (version): PromiseChange => ({
        code: 'version-added',
        severity: 'safe',
        path,
        message: `Version ${version} of the API is served too.`,
        after: version,
      }),
    ),
  ];
  if (before.version !== after.version) {
    changes.push({
      code: 'storage-version-changed',
      severity: 'risky',
      path,
      message: `Requests are stored as ${after.version} instead of ${before.version}.`,
      before: before.version,
      after: after.version,
    });
  }
  return changes;
}

function compareRequestSchemas(
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

/** Whoever writes requests for another served version is judged by its own schema. */
function compareOtherVersions(
  before: PromiseApi,
  after: PromiseApi,
): PromiseChange[] {
  return before.servedVersions
    .filter(version => version !== before.version || version !== after.version)
    .flatMap(version => {
      const old = schemaAt(before, version);
      const now = schemaAt(after, version);
      return (old && now ? compareRequestSchemas(old, now) : []).map(
        change => ({
          ...change,
          message: `At version ${version}: ${change.message}`,
        }),
      );
    });
}

function schemaAt(api: PromiseApi, version: string): CrdSchema | undefined {
  return version === api.version ? api.schema : api.otherSchemas?.[version];
}

/** No request says anything in its status, so the worst is that a reader misses something. */
function compareStatusSchemas(
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
