import { nodeKindOf, type CrdSchema } from '../../crdSchema/crdSchema';
import { canSayCombinations } from './combinations';
import type { FormPosition, FormRun } from './FormNode';
import { findUnusedHints, isImmutabilityRule } from './portalHints';
import { tell, wordingOf, type Wording } from '../../wording';

/**
 * Notes the rules of a node that the form cannot show. They are not lost: the platform checks them in the
 * dry run before anything is written.
 * @internal
 */
export function dropUnsaidRules(
  schema: CrdSchema,
  { path }: FormPosition,
  run: FormRun,
): void {
  const rules = Array.isArray(schema['x-kubernetes-validations'])
    ? schema['x-kubernetes-validations']
    : [];
  const unsaid = rules.filter(rule => !isImmutabilityRule(rule));
  if (unsaid.length > 0) {
    leaveToPlatform(path, wordingOf('form.severalValues'), run);
  }
  const kind = nodeKindOf(schema);
  if (schema['x-kubernetes-list-type'] === 'map') {
    leaveToPlatform(path, wordingOf('form.noEntryTwice'), run);
  }
  if (
    schema.minProperties !== undefined ||
    (kind === 'object' && schema.maxProperties !== undefined)
  ) {
    leaveToPlatform(path, wordingOf('form.fieldCount'), run);
  }
  if (canSayCombinations(schema, kind)) {
    return;
  }
  const isObjectNode = kind === 'object'; // buildObjectNode tells of the other two
  for (const keyword of isObjectNode ? someKeywords : allKeywords) {
    if (schema[keyword] !== undefined) {
      leaveToPlatform(path, `"${keyword}"`, run);
    }
  }
}

const someKeywords = ['allOf', 'not'] as const;
const allKeywords = [...someKeywords, 'anyOf', 'oneOf'] as const;

/**
 * Notes what its author asked of the form and does not get.
 * @internal
 */
export function dropUnusedHints(
  schema: CrdSchema,
  { path }: FormPosition,
  run: FormRun,
): void {
  const unused = findUnusedHints(schema);
  if (unused.length > 0) {
    run.drop({
      code: 'unusable-hint',
      ...tell('form.unusedHints', {
        path,
        hints: { list: unused.slice(0, 5) },
      }),
      path,
    });
  }
}

/** @internal */
export function leaveToPlatform(
  path: string,
  what: string | Wording,
  run: FormRun,
): void {
  run.drop({
    code: 'rule-left-to-platform',
    ...tell('form.leftToPlatform', { path, what }),
    path,
  });
}
