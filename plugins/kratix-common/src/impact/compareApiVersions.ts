import type { PromiseApi } from '../model';
import type { PromiseChange } from './PromiseChange';
import { tell, wordingOf } from '../wording';

const path = 'spec.api.spec.versions';

/**
 * Which versions of an API came and went, which is stored, and how one becomes another.
 * @internal
 */
export function compareApiVersions(
  before: PromiseApi,
  after: PromiseApi,
): PromiseChange[] {
  return [
    ...findStrandedVersion(before, after),
    ...compareServed(before, after),
    ...compareStored(before, after),
    ...compareConversion(before, after),
  ];
}

/**
 * The API server takes no CRD without a version that `status.storedVersions` names, and Kratix tries the change there
 * before it takes the Promise. What was stored is named there until somebody takes it out.
 * Source: apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go `ValidateCustomResourceDefinitionStoredVersions`
 * (1.36); Kratix `validateCRD`.
 */
function findStrandedVersion(
  before: PromiseApi,
  after: PromiseApi,
): PromiseChange[] {
  const version = storedIn(before);
  const isKept =
    after.servedVersions.includes(version) ||
    after.unservedVersions?.includes(version);
  return isKept ? [] : [strandedVersion(version)];
}

/**
 * A version that requests are stored as, and that the new API leaves out.
 * @internal
 */
export function strandedVersion(version: string): PromiseChange {
  return {
    code: 'stored-version-removed',
    severity: 'breaking',
    path,
    ...tell('impact.storedGone', { version }),
    before: version,
  };
}

function compareServed(before: PromiseApi, after: PromiseApi): PromiseChange[] {
  const gone = before.servedVersions.filter(
    version => !after.servedVersions.includes(version),
  );
  const fresh = after.servedVersions.filter(
    version => !before.servedVersions.includes(version),
  );
  return [
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
}

function compareStored(before: PromiseApi, after: PromiseApi): PromiseChange[] {
  const old = storedIn(before);
  const now = storedIn(after);
  return old === now
    ? []
    : [
        {
          code: 'storage-version-changed',
          severity: 'risky',
          path,
          ...tell('impact.storageChanged', { before: old, after: now }),
          before: old,
          after: now,
        },
      ];
}

function storedIn({ version, storedVersion }: PromiseApi): string {
  return storedVersion ?? version;
}

/** Kratix hands the author's conversion on to the CRD (`ensureCRDExists`). */
function compareConversion(
  { conversion: before }: PromiseApi,
  { conversion: after }: PromiseApi,
): PromiseChange[] {
  const name = (strategy?: string) => strategy ?? wordingOf('impact.none');
  return before === after
    ? []
    : [
        {
          code: 'conversion-changed',
          severity: 'risky',
          path: 'spec.api.spec.conversion.strategy',
          ...tell('impact.conversionChanged', {
            before: name(before),
            after: name(after),
          }),
          ...(before !== undefined && { before }),
          ...(after !== undefined && { after }),
        },
      ];
}
