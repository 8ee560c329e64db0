import { hashReference } from '../names/hashReference';

const maxLength = 100;

/**
 * A name as one part of a path or of a branch: the name itself, or, where no file system or Git would take it,
 * a part of it with `_` and a hash of the whole. No Kubernetes name holds `_`, so that no two names meet.
 *
 * @remarks
 * Git takes no part that begins or ends with a dot, holds two in a row or ends with `.lock`
 * (git-check-ref-format); file systems take no part longer than 255.
 * @internal
 */
export function safeSegment(name: string): string {
  const lower = name.toLowerCase();
  const isSafe =
    lower.length <= maxLength &&
    /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(lower) &&
    !lower.includes('..') &&
    !lower.endsWith('.lock');
  if (isSafe) {
    return lower;
  }
  const kept = lower
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxLength - 20)
    .replace(/^-+|-+$/g, '');
  return `${kept || 'x'}_${hashReference([lower], 10)}`;
}
