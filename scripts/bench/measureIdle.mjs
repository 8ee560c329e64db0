import { setTimeout as sleep } from 'node:timers/promises';

const SETTLE_MS = 5_000;

/** What the portal asks of the API server while nothing changes. */
export async function measureIdle({ platform, seconds }) {
  await sleep(SETTLE_MS);
  const before = await platform.requestCounts();
  await sleep(seconds * 1000);
  const requests = requestsBetween(before, await platform.requestCounts());
  const counts = Object.values(requests);
  const perMinute = count => Number(((count * 60) / seconds).toFixed(2));
  return {
    seconds,
    requests,
    perMinute: perMinute(counts.reduce((sum, count) => sum + count, 0)),
    busiestPerMinute: perMinute(Math.max(0, ...counts)),
  };
}

/** The counters that grew, and by how much. */
export function requestsBetween(before, after) {
  return Object.fromEntries(
    Object.entries(after)
      .map(([key, count]) => [key, count - (before[key] ?? 0)])
      .filter(([key, grown]) => grown > 0 && !key.includes('/_sandbox/')),
  );
}
