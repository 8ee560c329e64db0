import type { KratixPromise } from '../model';
import { worstSeverity, type ImpactSeverity } from './ImpactSeverity';
import { strandedVersion } from './compareApiVersions';
import { comparePromises } from './comparePromises';
import type { PromiseChange } from './PromiseChange';
import type { RequestImpact, RequestVerdict } from './RequestImpact';
import { tell } from '../wording';

/**
 * What a candidate of a Promise means for one place: what changed, and what becomes of each request there.
 * @public
 */
export interface ImpactReport {
  readonly promise: string;
  /** Versions, absent for an unversioned Promise. */
  readonly before?: string;
  readonly after?: string;
  /** The worst of the changes and, for requests, what really happens to them. */
  readonly severity: ImpactSeverity;
  readonly changes: readonly PromiseChange[];
  readonly requests: readonly JudgedRequest[];
}

/**
 * One request that was judged, and whom to talk to about it.
 * @public
 */
export interface JudgedRequest extends RequestImpact {
  readonly namespace?: string;
  readonly name: string;
  /** Entity reference of its owner, where it is known. */
  readonly owner?: string;
  /** Where it was read from: a file, or a platform. */
  readonly source?: string;
}

/**
 * A Promise before and after; absent on the side where it is not.
 * @public
 */
export interface PromisePair {
  readonly before?: KratixPromise;
  readonly after?: KratixPromise;
}

/**
 * Puts a report together.
 * @public
 */
export function buildImpactReport(
  { before, after }: PromisePair,
  standing: {
    readonly requests?: readonly JudgedRequest[];
    /** Versions that requests may be stored as where the change is to go, beside the one that is written now. */
    readonly storedVersions?: readonly string[];
  } = {},
): ImpactReport {
  const { requests = [], storedVersions = [] } = standing;
  const known = findChanges(before, after);
  const changes = [
    ...findStrandedVersions(after, { storedVersions, known }),
    ...known,
  ];
  return {
    promise: after?.name ?? before?.name ?? '',
    ...(before?.version && { before: before.version }),
    ...(after?.version && { after: after.version }),
    severity: worstSeverity([
      ...changes.map(({ severity }) => severity),
      ...requests.map(({ verdict }) => SEVERITY_OF[verdict]),
    ]),
    changes,
    requests: [...requests].sort(byVerdict),
  };
}

function findChanges(
  before: KratixPromise | undefined,
  after: KratixPromise | undefined,
): PromiseChange[] {
  if (before && after) {
    return comparePromises(before, after);
  }
  if (before) {
    return [
      {
        code: 'promise-removed',
        severity: 'breaking',
        path: '',
        ...tell('impact.promiseRemoved'),
      },
    ];
  }
  return after
    ? [
        {
          code: 'promise-added',
          severity: 'safe',
          path: '',
          ...tell('impact.promiseAdded'),
        },
      ]
    : [];
}

/** Of an older API that still stands there, beside those that the two Promises tell of. */
function findStrandedVersions(
  after: KratixPromise | undefined,
  others: {
    readonly storedVersions: readonly string[];
    readonly known: readonly PromiseChange[];
  },
): PromiseChange[] {
  const { api } = after ?? {};
  if (!api) {
    return [];
  }
  const kept = new Set([
    ...api.servedVersions,
    ...(api.unservedVersions ?? []),
  ]);
  return others.storedVersions
    .filter(version => !kept.has(version))
    .map(strandedVersion)
    .filter(
      ({ code, before }) =>
        !others.known.some(
          change => change.code === code && change.before === before,
        ),
    );
}

/**
 * How many requests have each verdict.
 * @public
 */
export function countVerdicts(
  requests: readonly JudgedRequest[],
): Readonly<Record<RequestVerdict, number>> {
  const counts = { refused: 0, changed: 0, valid: 0, refusedBefore: 0 };
  for (const { verdict } of requests) {
    counts[verdict] += 1;
  }
  return counts;
}

const SEVERITY_OF: Readonly<Record<RequestVerdict, ImpactSeverity>> = {
  refused: 'breaking',
  // How serious a change by defaults is, the changes of the API say.
  changed: 'safe',
  refusedBefore: 'safe',
  valid: 'safe',
};

const VERDICTS: readonly RequestVerdict[] = [
  'refused',
  'changed',
  'refusedBefore',
  'valid',
];

function byVerdict(a: JudgedRequest, b: JudgedRequest): number {
  return VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict);
}
