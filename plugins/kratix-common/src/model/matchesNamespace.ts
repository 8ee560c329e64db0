/**
 * Whether a namespace is one of those that a platform is configured for (`kratix.platforms[].namespaces`,
 * with `*` for any part); none configured means all.
 * @public
 */
export function matchesNamespace(
  namespace: string,
  patterns: readonly string[],
): boolean {
  return (
    patterns.length === 0 ||
    patterns.some(pattern => matchesPattern(namespace, pattern))
  );
}

function matchesPattern(namespace: string, pattern: string): boolean {
  // Compared piece by piece: a regular expression of many stars can take for ever.
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) {
    return namespace === first;
  }
  if (
    !namespace.startsWith(first) ||
    !namespace.endsWith(last) ||
    namespace.length < first.length + last.length
  ) {
    return false;
  }
  const middle = namespace.slice(first.length, namespace.length - last.length);
  let from = 0;
  return rest.every(piece => {
    const at = middle.indexOf(piece, from);
    from = at + piece.length;
    return at !== -1;
  });
}
