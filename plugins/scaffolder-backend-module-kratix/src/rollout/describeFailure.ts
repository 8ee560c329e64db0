import type { RolloutResult } from './rolloutSchema';

/**
 * What the task ends with when not all went well: who failed and why, and where that leaves the others.
 * @internal
 */
export function describeFailure(result: RolloutResult): string {
  const { version, moved, failed, rolledBack, notStarted } = result;
  return [
    `The rollout to ${version} stopped:`,
    ...failed.map(({ request, reason }) => `- ${request}: ${reason}`),
    `${moved.length} at ${version}, ${rolledBack.length} rolled back, ${notStarted.length} not begun.`,
  ].join('\n');
}
