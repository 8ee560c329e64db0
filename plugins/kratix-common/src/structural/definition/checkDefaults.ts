import { childPath, type FieldError } from '../FieldError';
import { cloneJson } from '../json';
import { pruneUnknown } from '../pruning/pruneUnknown';
import { readStructuralSchema } from '../readStructuralSchema';
import { validateEmbedded } from '../validateEmbedded';
import { validateSchema } from '../validateSchema';
import {
  childrenOf,
  errorAt,
  type SchemaError,
  type SchemaNode,
} from './SchemaNode';

/**
 * Whether each default is right as it stands: those within it do not complete it.
 * Source: `ValidateDefaults` of apiextensions-apiserver/pkg/apiserver/schema/defaulting/validation.go (1.36).
 * @internal
 */
export function checkDefaults(node: SchemaNode): SchemaError[] {
  const followed = childrenOf(node).filter(child => !isOfMap(child));
  return [...checkDefault(node), ...followed.flatMap(checkDefaults)];
}

/**
 * The same within the values of maps. The API server does not look there, and refuses each object that comes to
 * hold such a default.
 * @internal
 */
export function checkDefaultsOfMaps(node: SchemaNode): SchemaError[] {
  return childrenOf(node).flatMap(child => [
    ...(isOfMap(child) ? checkDefaults(child) : []),
    ...checkDefaultsOfMaps(child),
  ]);
}

function isOfMap({ path }: SchemaNode): boolean {
  return path.endsWith('additionalProperties');
}

function checkDefault(node: SchemaNode): SchemaError[] {
  const preset = node.schema.default;
  if (preset === undefined || preset === null) {
    return [];
  }
  const schema = readStructuralSchema(node.schema);
  const unknown = pruneUnknown(cloneJson(preset), schema, { isRoot: false });
  const isPruned = unknown.length > 0;
  const embedded = validateEmbedded(preset, schema, '');
  const errors =
    embedded.length > 0
      ? embedded.map(error => withField(error, placeInDefault(error.field)))
      : validateSchema(preset, schema, '').map(error =>
          withField(
            error,
            error.field === '' || error.isUnnamed
              ? 'default'
              : `default.${error.field}`,
          ),
        );
  return [
    ...(isPruned
      ? [
          errorAt(node, 'default', {
            type: 'Invalid',
            value: preset,
            detail: 'must not have unknown fields',
          }),
        ]
      : []),
    ...errors.map(({ field, ...error }) => errorAt(node, field, error)),
  ];
}

function placeInDefault(field: string): string {
  return field.startsWith('[')
    ? `default${field}`
    : childPath('default', field);
}

function withField(
  { isUnnamed: _, ...error }: FieldError,
  field: string,
): FieldError {
  return { ...error, field };
}
