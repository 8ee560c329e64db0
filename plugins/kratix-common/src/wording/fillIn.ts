/**
 * Puts values where a text names them. What a value holds is not looked into: it may come from a cluster.
 * @internal
 */
export function fillIn(
  text: string,
  params: Readonly<Record<string, string>>,
): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? params[name] ?? whole : whole,
  );
}

/** The parameters that a text names. @internal */
export function namesIn(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
}
