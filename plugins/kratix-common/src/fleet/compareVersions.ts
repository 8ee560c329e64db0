import compare from 'semver/functions/compare';
import parse from 'semver/functions/parse';

/**
 * Which of two versions is the later one: negative when it is `b`. Undefined where that cannot be told, since
 * Kratix takes any text for a version (kratix-domain 6).
 * @internal
 */
export function compareVersions(a: string, b: string): number | undefined {
  const left = parse(a, { loose: true });
  const right = parse(b, { loose: true });
  return left && right ? compare(left, right) : undefined;
}
