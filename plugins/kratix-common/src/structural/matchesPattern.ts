import { RE2JS } from 're2js';

/**
 * Whether a text holds a match, read as the API server reads patterns (RE2, Go's `regexp`): in time in
 * proportion to the text, whatever the pattern. A pattern that RE2 cannot read refuses nothing, as in
 * k8s.io/kube-openapi; such a CRD is refused before (`checkStructure`).
 * @internal
 */
export function matchesPattern(text: string, pattern: string): boolean {
  const compiled = compile(pattern);
  return compiled === undefined || compiled.matcher(text).find();
}

/** @internal */
export function isPattern(pattern: string): boolean {
  return compile(pattern) !== undefined;
}

function compile(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}
