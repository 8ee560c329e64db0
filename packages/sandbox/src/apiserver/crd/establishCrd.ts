import type { KubeObject } from '../cluster';
import type { TypeRegistry } from '../registry/TypeRegistry';
import type { CrdNames } from './CustomResourceDefinition';
import { crdFinalizer, crdSpec } from './CustomResourceDefinition';

interface Condition {
  type: string;
  status: string;
  reason: string;
  message: string;
  lastTransitionTime: string;
}

interface CrdStatus {
  acceptedNames?: CrdNames;
  conditions?: Condition[] | null;
  storedVersions?: string[];
}

/** @internal */
export function isEstablished(crd: KubeObject): boolean {
  const { conditions } = (crd.status ?? {}) as CrdStatus;
  return (conditions ?? []).some(
    condition =>
      condition.type === 'Established' && condition.status === 'True',
  );
}

/** What the API server fills in before it validates. Source: apiextensions/v1/defaults.go. @internal */
export function defaultCrd(crd: KubeObject): void {
  const spec = crdSpec(crd);
  if (!Array.isArray(spec?.versions) || !spec.names?.kind) {
    return;
  }
  spec.conversion ??= { strategy: 'None' };
  spec.names.singular ??= spec.names.kind.toLowerCase();
  spec.names.listKind ??= `${spec.names.kind}List`;
}

/**
 * A new CRD has accepted no names yet, and each version that was ever the stored one is remembered.
 * Source: apiextensions-apiserver/pkg/registry/customresourcedefinition/strategy.go.
 * @internal
 */
export function prepareCrd(crd: KubeObject): void {
  const { versions } = crdSpec(crd) ?? {};
  if (!Array.isArray(versions)) {
    return;
  }
  const before = (crd.status ?? {}) as CrdStatus;
  crd.status = {
    acceptedNames: { plural: '', kind: '' },
    conditions: null,
    ...before,
    storedVersions: storedVersions(before, versions),
  };
}

/** Source: `Delete` of apiextensions-apiserver/pkg/registry/customresourcedefinition/etcd.go. @internal */
export function markCrdDeleted(crd: KubeObject, now: string): void {
  const { metadata } = crd;
  const finalizers = metadata.finalizers ?? [];
  metadata.deletionTimestamp = now;
  metadata.finalizers = finalizers.includes(crdFinalizer)
    ? finalizers
    : [...finalizers, crdFinalizer];
  const before = (crd.status ?? {}) as CrdStatus;
  crd.status = {
    ...before,
    conditions: [
      ...(before.conditions ?? []).filter(({ type }) => type !== 'Terminating'),
      {
        lastTransitionTime: now,
        message:
          'CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon',
        reason: 'InstanceDeletionPending',
        status: 'True',
        type: 'Terminating',
      },
    ],
  };
}

/**
 * Writes into a stored CRD which names are accepted, and the conditions that say whether it is served.
 * Source: apiextensions-apiserver/pkg/controller/status and pkg/controller/establish.
 * @internal
 */
export function establishCrd(
  crd: KubeObject,
  now: string,
  registry: TypeRegistry,
): void {
  const before = (crd.status ?? {}) as CrdStatus;
  const taken = findTakenName(crd, registry);
  crd.status = {
    ...before,
    acceptedNames: taken
      ? before.acceptedNames ?? { plural: '', kind: '' }
      : crdSpec(crd).names,
    conditions: toConditions({
      taken,
      wasEstablished: isEstablished(crd),
      before,
      now,
    }),
  };
}

function storedVersions(
  before: CrdStatus,
  versions: readonly { name: string; storage: boolean }[],
): string[] {
  const storage = versions.filter(version => version.storage);
  return [
    ...new Set([
      ...(before.storedVersions ?? []),
      ...storage.map(version => version.name),
    ]),
  ];
}

function findTakenName(
  crd: KubeObject,
  registry: TypeRegistry,
): { reason: string; message: string } | undefined {
  const { group, names } = crdSpec(crd);
  const others = registry
    .all()
    .filter(
      type =>
        type.group === group && type.storageKey !== `${group}/${names.plural}`,
    );
  const words = new Set(
    others.flatMap(type => [type.resource, type.singular, ...type.shortNames]),
  );
  const short = (names.shortNames ?? []).find(name => words.has(name));
  if (short) {
    return {
      reason: 'ShortNamesConflict',
      message: `"${short}" is already in use`,
    };
  }
  if (names.singular && words.has(names.singular)) {
    return {
      reason: 'SingularConflict',
      message: `"${names.singular}" is already in use`,
    };
  }
  return others.some(type => type.kind === names.kind)
    ? {
        reason: 'KindConflict',
        message: `"${names.kind}" is already in use`,
      }
    : undefined;
}

function toConditions(facts: {
  taken?: { reason: string; message: string };
  wasEstablished: boolean;
  before: CrdStatus;
  now: string;
}): Condition[] {
  const { taken, wasEstablished, before, now } = facts;
  const accepted = {
    type: 'NamesAccepted',
    status: taken ? 'False' : 'True',
    reason: taken?.reason ?? 'NoConflicts',
    message: taken?.message ?? 'no conflicts found',
  };
  const isNowEstablished = wasEstablished || !taken;
  const established = {
    type: 'Established',
    status: isNowEstablished ? 'True' : 'False',
    reason: isNowEstablished ? 'InitialNamesAccepted' : 'NotAccepted',
    message: isNowEstablished
      ? 'the initial names have been accepted'
      : 'not all names are accepted',
  };
  const others = (before.conditions ?? []).filter(
    ({ type }) => type !== 'NamesAccepted' && type !== 'Established',
  );
  return [
    ...[accepted, established].map(condition =>
      withTransition(condition, before, now),
    ),
    ...others,
  ];
}

function withTransition(
  condition: Omit<Condition, 'lastTransitionTime'>,
  before: CrdStatus,
  now: string,
): Condition {
  const earlier = (before.conditions ?? []).find(
    ({ type, status }) =>
      type === condition.type && status === condition.status,
  );
  return {
    lastTransitionTime: earlier?.lastTransitionTime ?? now,
    message: condition.message,
    reason: condition.reason,
    status: condition.status,
    type: condition.type,
  };
}
