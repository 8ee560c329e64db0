import { isError } from '@backstage/errors';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import type { ApiHolder } from '@backstage/frontend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { FieldValidations } from '../FieldValidations';
import type { PlacedProblem } from './placeProblems';
import { isRecord } from '../readOrder';

interface Node {
  readonly value: unknown;
  readonly schema: unknown;
  readonly uiSchema: unknown;
  readonly way: readonly string[];
}

/**
 * What the fields of a page have to say to their own values. Backstage's form asks those that it finds, and
 * looks for none within a field of ours (plugin-scaffolder-react, `createAsyncValidators`): it is done here in
 * its place, and as it does it: what has no value is not asked about.
 * @internal
 */
export async function findFieldProblems(
  node: Omit<Node, 'way'> & { readonly way?: readonly string[] },
  validations: FieldValidations,
  context: { readonly apiHolder: ApiHolder; readonly formData: JsonObject },
): Promise<PlacedProblem[]> {
  const { value, schema, uiSchema, way = [] } = node;
  if (!isRecord(uiSchema)) {
    return [];
  }
  const name = uiSchema['ui:field'];
  if (typeof name === 'string' && name) {
    return askField(
      { value, schema, uiSchema, way },
      Object.hasOwn(validations, name) ? validations[name] : undefined,
      context,
    );
  }
  const found = await Promise.all(
    childrenOf({ value, schema, uiSchema, way }).map(child =>
      findFieldProblems(child, validations, context),
    ),
  );
  return found.flat();
}

async function askField(
  { value, schema, uiSchema, way }: Node,
  validate: FieldValidations[string],
  context: { readonly apiHolder: ApiHolder; readonly formData: JsonObject },
): Promise<PlacedProblem[]> {
  const messages: string[] = [];
  const field: Parameters<CustomFieldValidator<unknown>>[1] = {
    addError: message => messages.push(message),
  };
  try {
    await validate?.(value, field, {
      ...context,
      schema: isRecord(schema) ? (schema as JsonObject) : {},
      uiSchema: uiSchema as never,
    });
  } catch (error) {
    messages.push(isError(error) ? error.message : String(error));
  }
  return [...messages, ...(field.__errors ?? [])].map(message => ({
    way,
    message,
  }));
}

function childrenOf({ value, schema, uiSchema, way }: Node): Node[] {
  if (!isRecord(uiSchema)) {
    return [];
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => ({
      value: item,
      schema: isRecord(schema) ? schema.items : undefined,
      uiSchema: uiSchema.items,
      way: [...way, String(index)],
    }));
  }
  return Object.entries(isRecord(value) ? value : {})
    .filter(([, child]) => child !== undefined)
    .map(([name, child]) => ({
      value: child,
      schema: findProperty(schema, name),
      uiSchema: Object.hasOwn(uiSchema, name) ? uiSchema[name] : undefined,
      way: [...way, name],
    }));
}

/**
 * Where a schema has branches, the first that says something of the property: all of them share one `uiSchema`.
 */
function findProperty(schema: unknown, name: string): unknown {
  if (!isRecord(schema)) {
    return undefined;
  }
  const { properties } = schema;
  if (isRecord(properties) && Object.hasOwn(properties, name)) {
    return properties[name];
  }
  return [schema.oneOf, schema.anyOf, schema.allOf]
    .flatMap(branches => (Array.isArray(branches) ? branches : []))
    .map(branch => findProperty(branch, name))
    .find(found => Object.keys(Object(found)).length > 0);
}
