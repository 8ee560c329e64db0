import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import type { CrdSchema } from '../../crdSchema/crdSchema';
import { isWithinBounds } from '../../kubernetes/reading/bounds';
import { isPlainValue } from '../../kubernetes/reading/plainValue';
import { isObject } from '../../kubernetes/reading/readField';

/**
 * What an author may say about one property under `x-kratix-portal`. Kratix keeps the key in the Promise;
 * the API server drops it from the CRD.
 * @public
 */
export interface PortalHints {
  readonly title?: string;
  /** Smaller comes first; those without come after. */
  readonly order?: number;
  readonly widget?: string;
  readonly field?: string;
  readonly options?: JsonObject;
  readonly placeholder?: string;
  readonly help?: string;
  readonly advanced: boolean;
  readonly hidden: boolean;
  readonly immutable: boolean;
  /** Title of a page of its own; for properties of `spec` itself. */
  readonly page?: string;
  /** Any other option of Backstage's form, by its own name: `ui:emptyValue`, `ui:backstage`. */
  readonly ui?: JsonObject;
}

/** Widgets of the form's renderer that show a value and nothing else. */
const widgets = [
  'textarea',
  'text',
  'password',
  'radio',
  'select',
  'checkbox',
  'checkboxes',
  'updown',
  'range',
  'color',
  'email',
  'uri',
  'date',
] as const;

/**
 * `Secret` keeps the value away from the form and leaves asterisks in it, which would be ordered.
 */
const refusedFields = ['Secret'];

const text = z
  .string()
  .trim()
  .min(1)
  .transform(value => value.slice(0, 500));

const hintsSchema = z.object({
  title: text.optional().catch(undefined),
  order: z.number().optional().catch(undefined),
  widget: z.enum(widgets).optional().catch(undefined),
  field: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]{0,62}$/)
    .refine(name => !refusedFields.includes(name))
    .optional()
    .catch(undefined),
  options: z.unknown().optional(),
  placeholder: text.optional().catch(undefined),
  help: text.optional().catch(undefined),
  advanced: z.boolean().catch(false),
  hidden: z.boolean().catch(false),
  immutable: z.boolean().catch(false),
  page: text.optional().catch(undefined),
});

const noHints = { advanced: false, hidden: false };

/**
 * Reads the hints of one property; what is malformed counts as absent.
 * @internal
 */
export function readPortalHints(schema: CrdSchema): PortalHints {
  const raw = schema['x-kratix-portal'];
  if (!isObject(raw)) {
    // Nearly every property of most schemas; telling what is absent from nothing takes long.
    return { ...noHints, immutable: isImmutable(schema) };
  }
  const { options, ...hints } = hintsSchema.parse(raw);
  return {
    ...hints,
    immutable: hints.immutable || isImmutable(schema),
    ...(isObject(options) &&
      isWithinBounds(options, 500) &&
      isPlainValue(options) && { options: options as JsonObject }),
    ...readUi(raw),
  };
}

/**
 * Options of the form that have no hint of their own. Those that have one go through its checks, and none of
 * them makes the form evaluate anything: they are values for its components.
 */
function readUi(raw: unknown): { ui?: JsonObject } {
  const passed = Object.entries(isObject(raw) ? raw : {}).filter(
    ([key, value]) =>
      /^ui:[A-Za-z]{1,40}$/.test(key) &&
      !ownHints.has(key.slice('ui:'.length)) &&
      isWithinBounds(value, 200) &&
      isPlainValue(value),
  );
  return passed.length > 0
    ? { ui: Object.fromEntries(passed) as JsonObject }
    : {};
}

/** Said without `ui:`; what must not be overruled is among them. */
const ownHints = new Set([
  ...['widget', 'field', 'options', 'placeholder', 'help', 'order', 'title'],
  ...['readonly', 'disabled', 'rootFieldId', 'fieldReplacesAnyOrOneOf'],
  ...['ObjectFieldTemplate', 'FieldTemplate', 'globalOptions', 'definitions'],
]);

/**
 * Hints that were given and are not used: misspelt, or not what they must be.
 * @internal
 */
export function findUnusedHints(schema: CrdSchema): string[] {
  const raw = schema['x-kratix-portal'];
  if (raw === undefined) {
    return [];
  }
  if (!isObject(raw)) {
    return ['x-kratix-portal'];
  }
  const used: Readonly<Record<string, unknown>> & { ui?: JsonObject } = {
    ...readPortalHints(schema),
  };
  return Object.entries(raw)
    .filter(([key]) => !(used.ui && Object.hasOwn(used.ui, key)))
    .filter(([key, value]) =>
      typeof value === 'boolean'
        ? typeof used[key] !== 'boolean'
        : used[key] === undefined || typeof used[key] === 'boolean',
    )
    .map(([key]) => key.slice(0, 63));
}

/** `x-kratix-immutable` is SKE's coming key (ske-compatibility 1D). */
function isImmutable(schema: CrdSchema): boolean {
  const rules = schema['x-kubernetes-validations'];
  return (
    schema['x-kratix-immutable'] === true ||
    (Array.isArray(rules) && rules.some(isImmutabilityRule))
  );
}

/**
 * Properties that a rule of their object says may never change: `self.size == oldSelf.size`.
 * @internal
 */
export function findLockedNames(schema: CrdSchema): ReadonlySet<string> {
  const rules = schema['x-kubernetes-validations'];
  const texts = (Array.isArray(rules) ? rules : []).flatMap(rule =>
    isObject(rule) && typeof rule.rule === 'string'
      ? rule.rule.split('&&')
      : [],
  );
  return new Set(
    texts.flatMap(part => {
      const match =
        /^\s*\(?\s*self\.(\w+)\s*==\s*oldSelf\.(\w+)\s*\)?\s*$/.exec(part);
      return match && match[1] && match[1] === match[2] ? [match[1]] : [];
    }),
  );
}

/**
 * The usual way to say that a field may never change.
 * @internal
 */
export function isImmutabilityRule(rule: unknown): boolean {
  return (
    isObject(rule) &&
    typeof rule.rule === 'string' &&
    /^\s*(self\s*==\s*oldSelf|oldSelf\s*==\s*self)\s*$/.test(rule.rule)
  );
}
