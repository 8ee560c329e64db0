import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createObjectJudge } from '.';
import { formatFieldError, type FieldError } from './FieldError';
import { validateStructure } from './validateStructure';

interface Verdict {
  readonly schema: Record<string, unknown>;
  readonly object: Record<string, unknown>;
  readonly previous?: Record<string, unknown>;
  readonly definition: readonly string[];
  readonly errors?: readonly string[];
  readonly pruned?: readonly string[];
  readonly stored?: Record<string, unknown>;
}

/** Written by packages/contract/oracle, from the packages of kube-apiserver 1.36.3. */
const verdicts = readFileSync(
  join(__dirname, '__fixtures__/apiServerVerdicts.jsonl'),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line): Verdict => JSON.parse(line));

const definitions = verdicts.filter(({ definition }) => definition.length > 0);
const objects = verdicts.filter(({ definition }) => definition.length === 0);

describe('the judge and kube-apiserver', () => {
  it('were asked about enough of everything', () => {
    const refused = objects.filter(({ errors = [] }) => errors.length > 0);

    expect(definitions.length).toBeGreaterThan(50);
    expect(refused.length).toBeGreaterThan(80);
    expect(objects.length - refused.length).toBeGreaterThan(50);
    expect(objects.some(({ pruned = [] }) => pruned.length > 0)).toBe(true);
  });

  it.each(definitions)('refuse the same definition: $definition', verdict => {
    const path = 'spec.validation.openAPIV3Schema';

    expect(sentences(validateStructure(verdict.schema, path))).toEqual(
      verdict.definition,
    );
  });

  it.each(objects)('say the same of an object: $errors', verdict => {
    const { schema, object, previous } = verdict;
    expect(validateStructure(schema, '')).toEqual([]);

    const said = createObjectJudge(schema)(object, previous);

    expect({
      errors: sentences(said.errors),
      pruned: said.pruned,
      stored: said.stored,
      unjudged: said.unjudged,
    }).toEqual({
      errors: verdict.errors ?? [],
      pruned: verdict.pruned ?? [],
      stored: verdict.stored,
      unjudged: [],
    });
  });
});

function sentences(errors: readonly FieldError[]): string[] {
  const said = errors.map(error => {
    const field = error.isUnnamed || !error.field ? '<nil>' : error.field;
    return `FieldValue${error.type} ${field}: ${formatFieldError(error)}`;
  });
  return [...new Set(said)].sort();
}
