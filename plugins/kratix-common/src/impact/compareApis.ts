import equal from 'fast-deep-equal';
import type { CrdSchema } from '../crdSchema/crdSchema';
import type { PromiseApi } from '../model';
import { checkStructure } from '../structural';
import type { PromiseChange } from './PromiseChange';
import {
  compareRequestSchemas,
  compareStatusSchemas,
} from './compareRequestSchemas';

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
    ...findRefusal(before, after),
    ...compareRequestSchemas(before.schema, after.schema),
    ...compareStatusSchemas(before.schema, after.schema),
    ...compareOtherVersions(before, after),
  ];
}

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

/** What Kubernetes does not take as an API cannot be rolled out, whatever it means for requests. */
function findRefusal(before: PromiseApi, after: PromiseApi): PromiseChange[] {
  if (equal(schemasOf(before), schemasOf(after))) {
    return [];
  }
  const [problem] = schemasOf(after).flatMap(checkStructure);
  return problem
    ? [
        {
          code: 'api-unusable',
          severity: 'breaking',
          path: 'spec.api',
          message: `The API server refuses the schema: ${problem.message}`,
        },
      ]
    : [];
}

function schemasOf({ schema, otherSchemas }: PromiseApi): CrdSchema[] {
  return [schema, ...Object.values(otherSchemas ?? {})];
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
