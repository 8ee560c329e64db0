/** A field that is not there fails a rule on every server; other failures may be our library's own. @internal */
export function describeMissing(error: unknown): string | undefined {
  const message = error instanceof Error ? error.message : '';
  const found = /^no such key: (\S+)/i.exec(message);
  return found ? `no such key: ${found[1]}` : undefined;
}
