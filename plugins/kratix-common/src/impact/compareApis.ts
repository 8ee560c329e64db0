import equal from 'fast-deep-equal';
import type { CrdSchema } from '../crdSchema/crdSchema';
import type { PromiseApi } from '../model';
import { checkStructure } from '../structural';
import { compareApiVersions } from './compareApiVersions';
import { compareStatuses } from './compareStatuses';
import type { PromiseChange } from './PromiseChange';
import { compareRequestSchemas } from './compareRequestSchemas';
import { tell, wordingOf, type WordingParam } from '../wording';

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
    ...compareApiVersions(before, after),
    ...findRefusal(before, after),
    ...compareRequestSchemas(before.schema, after.schema),
    ...compareStatuses(before, after),
    ...compareOtherVersions(before, after),
  ];
}

const IDENTITY = [
  ['kind', 'spec.names.kind'],
  ['plural', 'spec.names.plural'],
  ['singular', 'spec.names.singular'],
  ['listKind', 'spec.names.listKind'],
  ['shortNames', 'spec.names.shortNames'],
  ['categories', 'spec.names.categories'],
  ['group', 'spec.group'],
  ['scope', 'spec.scope'],
] as const;

/**
 * Kratix refuses to change any of the names, also to add one, and with the plural or the group the name of the CRD
 * changes (internal/webhook/v1alpha1/promise_webhook.go `validateCRDChanges`); Kubernetes refuses another scope.
 */
function compareIdentities(
  before: PromiseApi,
  after: PromiseApi,
): PromiseChange[] {
  return IDENTITY.filter(([key]) => !equal(before[key], after[key])).map(
    ([key, path]): PromiseChange => ({
      code: 'api-identity-changed',
      severity: 'breaking',
      path: `spec.api.${path}`,
      ...tell('impact.identityChanged', {
        part: key,
        before: showName(before[key]),
        after: showName(after[key]),
      }),
    }),
  );
}

function showName(name: string | readonly string[] | undefined): WordingParam {
  if (name === undefined) {
    return wordingOf('impact.none');
  }
  return typeof name === 'string' ? name : { list: name };
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
