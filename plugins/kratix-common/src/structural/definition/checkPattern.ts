import { whyNoPattern } from '../judging/matchesPattern';
import { errorAt, type SchemaError, type SchemaNode } from './SchemaNode';

/** A pattern must be one of Go (RE2). @internal */
export function checkPattern(node: SchemaNode): SchemaError[] {
  const { pattern } = node.schema;
  const why = typeof pattern === 'string' ? whyNoPattern(pattern) : undefined;
  return why === undefined
    ? []
    : [
        errorAt(node, 'pattern', {
          type: 'Invalid',
          value: pattern,
          detail: `must be a valid regular expression, but isn't: ${why}`,
        }),
      ];
}
