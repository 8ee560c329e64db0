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
  conditions?: Condition[];
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

/**
 * Fills what the API server fills in a CRD: names, finalizer, and the conditions that say whether it is
 * served. Real establishment takes a moment; here it is part of the write.
 * @internal
 */
export function establishCrd(
  crd: KubeObject,
  now: string,
  registry: TypeRegistry,
): void {
  const spec = crdSpec(crd);
  if (!Array.isArray(spec?.versions) || !spec.names?.kind) {
    return;
  }
  spec.conversion ??= { strategy: 'None' };
  spec.names.singular ??= spec.names.kind.toLowerCase();
  spec.names.listKind ??= `${spec.names.kind}List`;
  if (!crd.metadata.deletionTimestamp) {
    const finalizers = crd.metadata.finalizers ?? [];
    crd.metadata.finalizers = finalizers.includes(crdFinalizer)
      ? finalizers
      : [...finalizers, crdFinalizer];
  }
  const before = (crd.status ?? {}) as CrdStatus;
  const taken = findTakenName(crd, registry);
  const wasEstablished = isEstablished(crd);
  crd.status = {
    ...before,
    acceptedNames: taken
      ? before.acceptedNames ?? { plural: '', kind: '' }
      : spec.names,
    conditions: toConditions({ taken, wasEstablished, before, now }),
    storedVersions: storedVersions(before, spec.versions),
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
  const earlier = before.conditions?.find(
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
