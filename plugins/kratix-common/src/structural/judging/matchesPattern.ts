import { RE2JS } from 're2js';

/**
 * Whether a text holds a match, read as the API server reads patterns (RE2, Go's `regexp`): in time in
 * proportion to the text, whatever the pattern. A pattern that RE2 cannot read refuses nothing; the API server
 * takes no CRD that holds one (`validateStructure`).
 * @internal
 */
export function matchesPattern(text: string, pattern: string): boolean {
  const expression = compile(pattern);
  return typeof expression === 'string' || expression.matcher(text).find();
}

/** Why RE2 cannot read a pattern; undefined when it can. @internal */
export function whyNoPattern(pattern: string): string | undefined {
  const expression = compile(pattern);
  return typeof expression === 'string' ? expression : undefined;
}

/** Schemas hold few patterns, and each is asked about many texts; what comes from outside is bounded. */
const compiled = new Map<string, RE2JS | string>();
const maxCompiled = 1000;

function compile(pattern: string): RE2JS | string {
  const known = compiled.get(pattern);
  if (known !== undefined) {
    return known;
  }
  const expression = read(pattern);
  if (compiled.size < maxCompiled) {
    compiled.set(pattern, expression);
  }
  return expression;
}

function read(pattern: string): RE2JS | string {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
