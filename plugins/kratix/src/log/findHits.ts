import type { ShownLine } from './LogBuffer';

/** Nobody steps through more. */
const MOST_HITS = 5_000;

/**
 * Which lines hold a text, in any case.
 * @internal
 */
export function findHits(
  lines: readonly ShownLine[],
  text: string,
): readonly number[] {
  const wanted = text.toLowerCase();
  const hits: number[] = [];
  if (wanted === '') {
    return hits;
  }
  for (let index = 0; index < lines.length; index += 1) {
    if (lines[index]?.text.toLowerCase().includes(wanted)) {
      hits.push(index);
      if (hits.length === MOST_HITS) {
        break;
      }
    }
  }
  return hits;
}

/**
 * A text in parts, the found ones marked.
 * @internal
 */
export function splitAtHits(
  text: string,
  wanted: string,
): readonly { readonly text: string; readonly isHit: boolean }[] {
  const low = text.toLowerCase();
  const find = wanted.toLowerCase();
  // Some letters change their length with their case; then nothing can be marked in its place.
  if (find === '' || low.length !== text.length) {
    return [{ text, isHit: false }];
  }
  const parts: { text: string; isHit: boolean }[] = [];
  let from = 0;
  for (let at = low.indexOf(find); at !== -1; at = low.indexOf(find, from)) {
    if (at > from) {
      parts.push({ text: text.slice(from, at), isHit: false });
    }
    parts.push({ text: text.slice(at, at + find.length), isHit: true });
    from = at + find.length;
  }
  if (from < text.length || parts.length === 0) {
    parts.push({ text: text.slice(from), isHit: false });
  }
  return parts;
}
