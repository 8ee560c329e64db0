import { createSchemaJudge } from '@kratix-portal/backstage-plugin-kratix-common/apiserver';
import type {
  FieldError,
  SchemaJudge,
} from '@kratix-portal/backstage-plugin-kratix-common/apiserver';
import type { JsonSchema } from '../schema/JsonSchema';
import { structuralOf } from '../schema/structuralOf';

/**
 * What the schema of a CRD version says of its objects.
 * @internal
 */
export interface CustomJudge extends Pick<SchemaJudge, 'admit' | 'validate'> {
  /** Absent when the schema has no rules. */
  readonly judgeRules?: (object: unknown, previous?: unknown) => FieldError[];
}

/**
 * The portal's own judge (`kratix-portal check`), which the recordings of an API server hold to account here.
 * A rule that it cannot evaluate is left out, and said once.
 * @internal
 */
export function createCustomJudge(
  schema: JsonSchema,
  about: string,
  log: (message: string) => void,
): CustomJudge {
  const { judgeRules, ...judge } = createSchemaJudge(structuralOf(schema));
  if (!judgeRules) {
    return judge;
  }
  const said = new Set<string>();
  return {
    ...judge,
    judgeRules: (object, previous) => {
      const { errors, unjudged } = judgeRules(object, previous);
      for (const { rule, why } of unjudged) {
        if (!said.has(rule)) {
          said.add(rule);
          const quoted = JSON.stringify(rule);
          log(`sandbox: ${about}: rule ${quoted} is skipped: ${why}`);
        }
      }
      return [...errors];
    },
  };
}
