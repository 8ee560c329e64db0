/**
 * What the command was given cannot be worked with; the message says what to do.
 * @internal
 */
export class UsageProblem extends Error {}

/**
 * A document that cannot be read, and where it stands.
 * @internal
 */
export function unreadable(
  file: string,
  { line, message }: { readonly line?: number; readonly message: string },
): UsageProblem {
  const place = line === undefined ? file : `${file}:${line}`;
  return new UsageProblem(`${place}: ${message}`);
}
