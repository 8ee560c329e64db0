import {
  attentionReasonSchema,
  promiseAttention,
  requestAttention,
  type AttentionClock,
  type AttentionItem,
  type AttentionReason,
  type AttentionResponse,
  type PromiseSelection,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { PlatformHealth } from '@kratix-portal/backstage-plugin-kratix-node';
import type { RequestAccess } from '../authorization';
import { readableRequests, toRow } from '../lists/readableRequests';
import type { PlatformIndex } from '../lists/RequestIndex';
import { toOffer } from '../lists/toOffer';
import { requestProblems } from '../lists/requestProblems';
import { findReadableProblems } from './findReadableProblems';

/**
 * What somebody may be told, and the time.
 * @internal
 */
export interface AttentionOptions {
  /** Undefined for those who may read no request. */
  readonly access: RequestAccess | undefined;
  readonly mayReadPromises: boolean;
  /** How the platforms can be read; undefined for those who may not read platforms. */
  readonly health: ((platform: string) => PlatformHealth) | undefined;
  readonly select: PromiseSelection;
  readonly clock: AttentionClock;
  /** Items in each group. */
  readonly limit: number;
}

interface Finding {
  readonly reason: AttentionReason;
  /** Since when, to sort by; empty where it is not known. */
  readonly since: string;
  /** Made only for those that are sent. */
  readonly toItem: () => AttentionItem;
}

/**
 * What needs somebody now, grouped by reason: the newest trouble first, and first who has waited longest.
 * @internal
 */
export function collectAttention(
  indexes: readonly PlatformIndex[],
  options: AttentionOptions,
): AttentionResponse['groups'] {
  const findings = indexes.flatMap(index => [
    ...findPlatform(index, options),
    ...findPromises(index, options),
    ...findRequests(index, options),
    ...findProblems(index, options),
    ...findMisreadings(index, options),
  ]);
  return attentionReasonSchema.options.flatMap(reason => {
    const group = findings.filter(finding => finding.reason === reason);
    const items = group
      .sort((a, b) => compareSince(a, b) * (isQueue(reason) ? 1 : -1))
      .slice(0, options.limit)
      .map(({ toItem }) => toItem());
    return items.length > 0 ? [{ reason, total: group.length, items }] : [];
  });
}

function isQueue(reason: AttentionReason): boolean {
  return reason === 'waiting' || reason === 'stuck';
}

function compareSince(a: Finding, b: Finding): number {
  return a.since.localeCompare(b.since);
}

function findPlatform(
  { platform: { name, title } }: PlatformIndex,
  { health }: AttentionOptions,
): Finding[] {
  const { state, problem } = health?.(name) ?? {};
  return state === 'degraded' || state === 'unreachable'
    ? [
        {
          reason: 'platform',
          since: problem?.since ?? '',
          toItem: () => ({
            type: 'platform',
            platform: name,
            title,
            state,
            problem,
          }),
        },
      ]
    : [];
}

function findPromises(
  index: PlatformIndex,
  { mayReadPromises, access, select }: AttentionOptions,
): Finding[] {
  const { promises } = index.snapshot;
  if (!mayReadPromises || promises.state === 'unknown') {
    return [];
  }
  return promises.items.flatMap(promise => {
    const reason = promiseAttention(promise);
    const since = promise.conditions.find(({ type }) => type === 'Available');
    return reason
      ? [
          {
            reason,
            since: since?.lastTransitionTime ?? '',
            toItem: () => ({
              type: 'promise',
              promise: toOffer(promise, index, { access, select }),
            }),
          },
        ]
      : [];
  });
}

function findRequests(
  index: PlatformIndex,
  { access, clock, mayReadPromises }: AttentionOptions,
): Finding[] {
  if (!access) {
    return [];
  }
  const { promises } = index.snapshot;
  // What waits for a Promise that is named itself is its consequence, and counted there.
  const named = new Set(
    mayReadPromises && promises.state === 'synced'
      ? promises.items.filter(promiseAttention).map(({ name }) => name)
      : [],
  );
  return readableRequests(index, access).flatMap(request => {
    const { report, ref } = request.row;
    const reason = requestAttention(report, clock);
    const isConsequence = reason === 'unavailable' && named.has(ref.promise);
    return reason && !isConsequence
      ? [
          {
            reason,
            since: report.since ?? '',
            toItem: () => ({ type: 'request', request: toRow(request, index) }),
          },
        ]
      : [];
  });
}

function findProblems(
  index: PlatformIndex,
  { access, health }: AttentionOptions,
): Finding[] {
  const { name, title } = index.platform;
  return findReadableProblems(index, {
    access,
    mayReadPlatforms: health !== undefined,
  }).map(problem => ({
    reason: 'notUnderstood',
    since: '',
    toItem: () => ({
      type: 'object',
      platform: name,
      platformTitle: title,
      problem,
    }),
  }));
}

/** Requests that the catalog does not show as meant. */
function findMisreadings(
  index: PlatformIndex,
  { access }: AttentionOptions,
): Finding[] {
  const { name, title } = index.platform;
  return (access ? readableRequests(index, access) : [])
    .flatMap(requestProblems)
    .map(problem => ({
      reason: 'notAsMeant',
      since: '',
      toItem: () => ({
        type: 'object',
        platform: name,
        platformTitle: title,
        problem,
      }),
    }));
}
