/**
 * How much of one object is kept. A cluster is not trusted: without these, one object could fill the
 * memory of every replica and the page of everyone who looks at it.
 * @internal
 */
export const bounds = {
  messageLength: 2_000,
  wordLength: 253,
  labels: 100,
  annotations: 200,
  annotationLength: 8_000,
  conditions: 50,
  pipelines: 100,
  containers: 50,
  listItems: 500,
  /** Of one object. */
  problems: 20,
  outputs: 100,
  outputLength: 16_000,
  /** Of one request's `spec`; the API server itself stops at about 1.5 MB. */
  specNodes: 20_000,
  /** Of one CRD schema. The largest public CRDs have some 30,000 nodes. */
  schemaNodes: 100_000,
  depth: 64,
} as const;

/**
 * The text, cut at `max` characters with an ellipsis, never inside a surrogate pair.
 * @internal
 */
export function cutText(text: string, max: number): string {
  if (text.length <= max) {
    return text;
  }
  const cut = text.slice(0, max - 1);
  return `${cut.replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/**
 * Whether a JSON value is small enough to walk recursively. Iterative on purpose: a value that is nested
 * too deeply is exactly what would overflow the stack of a recursive check.
 * @internal
 */
export function isWithinBounds(value: unknown, maxNodes: number): boolean {
  const pending: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  let nodes = 0;
  for (let next = pending.pop(); next; next = pending.pop()) {
    nodes += 1;
    if (nodes > maxNodes || next.depth > bounds.depth) {
      return false;
    }
    if (typeof next.value === 'object' && next.value !== null) {
      const depth = next.depth + 1;
      for (const child of Object.values(next.value)) {
        pending.push({ value: child, depth });
      }
    }
  }
  return true;
}
