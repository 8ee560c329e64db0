import { createHash } from 'node:crypto';
import { isRecord } from '../json/read';

/** Lower-case hex, as Kratix writes it into names and labels (lib/hash). @internal */
export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

/**
 * The hash of a spec that Kratix compares to decide whether a workflow must run again: md5 of Go's JSON,
 * which sorts keys and escapes `<`, `>` and `&`.
 * @internal
 */
export function md5OfSpec(spec: unknown): string {
  return md5(
    (JSON.stringify(sorted(spec)) ?? 'null').replace(
      /[<>&]/g,
      character =>
        `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (!isRecord(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map(key => [key, sorted(value[key])]),
  );
}
