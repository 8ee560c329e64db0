import { setTimeout as sleep } from 'node:timers/promises';

const SETTLE_MS = 5_000;

/** What the portal asks of the API server while nothing changes. */
export async function measureIdle({ platform, seconds }) {
  await sleep(SETTLE_MS);
  const before = await platform.requestCounts();
  await sleep(seconds * 1000);
  const requests = requestsBetween(before, await platform.requestCounts());
  return { seconds, requests, perMinutePerKind: busiest(requests, seconds) };
}

/** The counters that grew, and by how much. */
export function requestsBetween(before, after) {
  return Object.fromEntries(
    Object.entries(after)
      .map(([key, count]) => [key, count - (before[key] ?? 0)])
      .filter(([key, grown]) => grown > 0 && !key.includes('/_sandbox/')),
  );
}

/** Requests a minute for the kind that was asked for most, whatever the verb. */
export function busiest(requests, seconds) {
  const byKind = new Map();
  for (const [key, count] of Object.entries(requests)) {
    const kind = key.split(' ')[1];
    byKind.set(kind, (byKind.get(kind) ?? 0) + count);
  }
  return Number(((Math.max(0, ...byKind.values()) * 60) / seconds).toFixed(2));
}
