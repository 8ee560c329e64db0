import {
  compareNames,
  phases,
  type Phase,
  type RequestListQuery,
  type RequestListResponse,
  type RequestSort,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { IndexedRequest } from './IndexedRequest';

/**
 * One page of a list, with what its filters offer.
 * @internal
 */
export type RequestPage = Pick<
  RequestListResponse,
  'total' | 'phases' | 'choices'
> & { readonly items: readonly IndexedRequest[] };

/** A list to choose from, not a report. */
const mostChoices = 50;

/**
 * Filters, counts, sorts and cuts requests. The platforms and Promises of the query are taken as applied.
 * @internal
 */
export function queryRequests(
  requests: readonly IndexedRequest[],
  query: RequestListQuery,
): RequestPage {
  const passes = toFilter(query);
  const counts = { namespace: tally(), owner: tally(), version: tally() };
  const phaseCounts: Partial<Record<Phase, number>> = {};
  const isWanted = setOf<Phase>(query.phase);
  const found: IndexedRequest[] = [];
  for (const request of requests) {
    const { ref, owner, promiseVersion, report } = request.row;
    counts.namespace.add(ref.namespace);
    counts.owner.add(owner);
    counts.version.add(promiseVersion);
    if (passes(request)) {
      phaseCounts[report.phase] = (phaseCounts[report.phase] ?? 0) + 1;
      if (isWanted(report.phase)) {
        found.push(request);
      }
    }
  }
  found.sort(toComparison(query));
  return {
    items: found.slice(query.offset, query.offset + query.limit),
    total: found.length,
    phases: phaseCounts,
    choices: {
      namespace: counts.namespace.take(),
      owner: counts.owner.take(),
      version: counts.version.take(),
    },
  };
}

/** Everything but the phase, whose counts show what else there is. */
function toFilter(query: RequestListQuery) {
  const isNamespace = setOf(query.namespace);
  const isOwner = setOf(query.owner);
  const isVersion = setOf(query.version);
  const words = query.text.toLocaleLowerCase('en').split(/\s+/);
  return ({ row, sought }: IndexedRequest): boolean =>
    isNamespace(row.ref.namespace) &&
    isOwner(row.owner ?? '') &&
    isVersion(row.promiseVersion ?? '') &&
    words.every(word => sought.includes(word));
}

/** An empty choice lets everything pass. */
function setOf<T extends string>(values: readonly T[]) {
  const set = new Set<T>(values);
  return (value: T) => set.size === 0 || set.has(value);
}

const rankOf = new Map(phases.map((phase, index) => [phase, index]));

const keyOf: Readonly<
  Record<RequestSort, (row: IndexedRequest['row']) => string | number>
> = {
  phase: ({ report }) => rankOf.get(report.phase) ?? phases.length,
  name: ({ title }) => title,
  promise: ({ promiseTitle }) => promiseTitle,
  platform: ({ platformTitle }) => platformTitle,
  namespace: ({ ref }) => ref.namespace,
  owner: ({ owner }) => owner ?? '',
  version: ({ promiseVersion }) => promiseVersion ?? '',
  createdAt: ({ createdAt }) => createdAt ?? '',
};

/** Equal ones stand by name, and always in the same order, so that pages neither repeat nor skip. */
function toComparison({ sort, order }: RequestListQuery) {
  const sign = order === 'asc' ? 1 : -1;
  return (a: IndexedRequest, b: IndexedRequest): number =>
    sign * compare(keyOf[sort](a.row), keyOf[sort](b.row)) ||
    compare(keyOf.name(a.row), keyOf.name(b.row)) ||
    compare(identityOf(a), identityOf(b));
}

function compare(a: string | number, b: string | number): number {
  if (a === b) {
    return 0;
  }
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : compareNames(String(a), String(b));
}

function identityOf({ row: { ref } }: IndexedRequest): string {
  return [ref.platform, ref.promise, ref.namespace, ref.name].join('/');
}

function tally() {
  const counts = new Map<string, number>();
  return {
    add: (value: string | undefined) =>
      value && counts.set(value, (counts.get(value) ?? 0) + 1),
    take: () =>
      [...counts]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => b.count - a.count || compare(a.value, b.value))
        .slice(0, mostChoices),
  };
}
