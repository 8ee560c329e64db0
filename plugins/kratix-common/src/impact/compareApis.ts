import equal from 'fast-deep-equal';
import type { CrdSchema } from '../crdSchema/crdSchema';
import type { PromiseApi } from '../model';
import { checkStructure } from '../structural';
import type { PromiseChange } from './PromiseChange';
import {
  compareRequestSchemas,
  compareStatusSchemas,
} from './compareRequestSchemas';
import { tell, wordingOf } from '../wording';

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
      ...tell('impact.identityChanged', {
        part: key,
        before: before[key] ?? wordingOf('impact.none'),
        after: after[key] ?? wordingOf('impact.none'),
      }),
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
        ...tell('impact.versionRemoved', { version }),
        before: version,
      }),
    ),
    ...fresh.map(
      (version): PromiseChange => ({
        code: 'version-added',
        severity: 'safe',
        path,
        ...tell('impact.versionAdded', { version }),
        after: version,
      }),
    ),
  ];
  if (before.version !== after.version) {
    changes.push({
      code: 'storage-version-changed',
      severity: 'risky',
      path,
      ...tell('impact.storageChanged', {
        before: before.version,
        after: after.version,
      }),
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
          ...tell('impact.apiRefused', { reason: problem.message }),
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
          ...tell('impact.atVersion', {
            version,
            change: change.wording ?? change.message,
          }),
        }),
      );
    });
}

function schemaAt(api: PromiseApi, version: string): CrdSchema | undefined {
  return version === api.version ? api.schema : api.otherSchemas?.[version];
}
