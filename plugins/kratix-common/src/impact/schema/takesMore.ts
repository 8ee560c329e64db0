/**
 * Whether one pattern is another with more alternatives (`^a$|^$` beside `^a$`), so that it takes all that the other
 * takes. False where that is not plain to see; a pattern that changes in any other way may still take more.
 * @internal
 */
export function takesMore(after: string, before: string): boolean {
  const now = splitAlternatives(after);
  const old = splitAlternatives(before);
  return (
    now !== undefined &&
    old !== undefined &&
    old.every(alternative => now.includes(alternative))
  );
}

/**
 * The alternatives of a pattern, outside of groups and classes (RE2, as the API server reads them). Undefined where
 * one can reach into the next: flags and quotations.
 */
function splitAlternatives(pattern: string): string[] | undefined {
  if (/\(\?[a-zA-Z-]|\\Q/.test(pattern)) {
    return undefined;
  }
  const token =
    /\\[\s\S]|\[\^?\]?(?:\\[\s\S]|\[:[^\]]*:\]|[^\]\\])*\]|[()|]|[^\\[()|]+/g;
  const alternatives = [''];
  let depth = 0;
  for (const [part] of pattern.matchAll(token)) {
    depth += part === '(' ? 1 : 0;
    depth -= part === ')' ? 1 : 0;
    if (part === '|' && depth === 0) {
      alternatives.push('');
    } else {
      alternatives[alternatives.length - 1] += part;
    }
  }
  return alternatives.join('|') === pattern ? alternatives : undefined;
}
