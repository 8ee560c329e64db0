import type { OfferField } from '../contracts';
import {
  nodeKindOf,
  propertiesOf,
  requiredOf,
  specSchemaOf,
  asSchema,
  type CrdSchema,
} from '../crdSchema/crdSchema';
import { cutText } from '../kubernetes/reading/bounds';
import type { PromiseApi } from '../model';
import { fieldTitle } from '../templates/form/fieldTitle';
import { readPortalHints } from '../templates/form/portalHints';

/** More than a person reads at a glance; the form has them all. */
const mostFields = 60;
const mostChoices = 20;

/**
 * What a Promise asks for, at a glance: the fields of its `spec` in the order of the form, required ones
 * first where the author gives no order. What the author hides from people is left out.
 * @public
 */
export function listFields(api: Pick<PromiseApi, 'schema'>): OfferField[] {
  const spec = specSchemaOf(api.schema);
  if (!spec) {
    return [];
  }
  const required = new Set(requiredOf(spec));
  return propertiesOf(spec)
    .map(([name, schema]) => ({
      name,
      schema,
      hints: readPortalHints(schema),
      isRequired: required.has(name),
    }))
    .filter(({ hints }) => !hints.hidden)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, mostFields)
    .map(({ name, schema, hints, isRequired }) => ({
      name,
      title: fieldTitle(name, schema, hints),
      type: describeType(schema),
      isRequired,
      ...describe(schema),
    }));
}

function rank(field: {
  readonly hints: ReturnType<typeof readPortalHints>;
  readonly isRequired: boolean;
}): number {
  return field.hints.order ?? (field.isRequired ? 1e6 : 2e6);
}

function describe(schema: CrdSchema) {
  const description = textOf(schema.description, 500);
  const choices = choicesOf(schema);
  const defaultValue = toText(schema.default);
  return {
    ...(description && { description }),
    ...(defaultValue !== undefined && { defaultValue }),
    ...(choices.length > 0 && { choices }),
  };
}

function describeType(schema: CrdSchema): string {
  const kind = nodeKindOf(schema);
  return kind === 'array'
    ? `list of ${nodeKindOf(asSchema(schema.items))}`
    : kind;
}

function choicesOf(schema: CrdSchema): string[] {
  return Array.isArray(schema.enum)
    ? schema.enum.slice(0, mostChoices).flatMap(value => toText(value) ?? [])
    : [];
}

/** Objects and lists are too long for a glance. */
function toText(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return cutText(value, 100);
    case 'number':
    case 'boolean':
      return String(value);
    default:
      return undefined;
  }
}

function textOf(value: unknown, max: number): string | undefined {
  return typeof value === 'string' && value.trim()
    ? cutText(value.trim(), max)
    : undefined;
}
