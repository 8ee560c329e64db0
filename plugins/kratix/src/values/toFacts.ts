import { titleFromName } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fact, FactValue } from './Fact';
import { isHiddenKey, readString, toLine } from './readString';

/** Deeper, a tree is better read as YAML. */
const maximumDepth = 3;
const maximumListItems = 20;

/**
 * Turns a tree of values into readable lines, in the author's order. Empty parts are left out: unset is
 * not news.
 * @internal
 */
export function toFacts(
  values: Readonly<Record<string, unknown>>,
  /** Where it is known that a secret stands, as `admin.password`. */
  secretPaths: readonly string[] = [],
): Fact[] {
  return flatten(values, [], new Set(secretPaths));
}

/**
 * What people come for first: links, then addresses, then Secrets, then the rest in its order.
 * @internal
 */
export function sortByUse(facts: readonly Fact[]): Fact[] {
  return [...facts].sort((a, b) => rank(a.value) - rank(b.value));
}

function rank({ kind }: FactValue): number {
  const order = ['link', 'endpoint', 'secretName', 'hidden'];
  const index = order.indexOf(kind);
  return index === -1 ? order.length : index;
}

function flatten(
  value: unknown,
  keys: readonly string[],
  secrets: ReadonlySet<string>,
): Fact[] {
  if (value === undefined || value === null || value === '') {
    return [];
  }
  if (secrets.has(keys.join('.'))) {
    return [toFact(keys, { kind: 'hidden', copy: toCopy(value) })];
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? [] : [toFact(keys, readList(value, keys))];
  }
  if (typeof value === 'object') {
    return flattenObject(value, keys, secrets);
  }
  return [toFact(keys, readScalar(value, keys))];
}

function flattenObject(
  value: object,
  keys: readonly string[],
  secrets: ReadonlySet<string>,
): Fact[] {
  const entries = Object.entries(value);
  if (keys.length >= maximumDepth && entries.length > 0) {
    return [toFact(keys, { kind: 'more', count: entries.length })];
  }
  return entries.flatMap(([key, child]) =>
    flatten(child, [...keys, key], secrets),
  );
}

/** A list of secrets, one in a line; anything else in a notation that keeps all of it. */
function toCopy(value: unknown): string {
  if (Array.isArray(value) && value.every(item => typeof item !== 'object')) {
    return value.join('\n');
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function toFact(keys: readonly string[], value: FactValue): Fact {
  const shown = value.kind === 'secretName' ? nameSecret(keys) : keys;
  return {
    path: keys.join('.'),
    label: titleFromName(shown.at(-1) ?? ''),
    group:
      shown.length > 1
        ? shown.slice(0, -1).map(titleFromName).join(' › ')
        : undefined,
    value,
  };
}

/** `secretRef.name` and `secretName` are both, to a person, the Secret. */
function nameSecret(keys: readonly string[]): string[] {
  const own =
    keys.length > 1 && keys.at(-1) === 'name' ? keys.slice(0, -1) : [...keys];
  const last = own.at(-1) ?? '';
  return [...own.slice(0, -1), last.replace(/(?<=.)(Ref|Name)$/, '')];
}

function readScalar(value: unknown, keys: readonly string[]): FactValue {
  if (typeof value === 'string') {
    return readString(value, keys);
  }
  if (typeof value === 'boolean') {
    return { kind: 'switch', isOn: value };
  }
  return { kind: 'text', text: String(value) };
}

function readList(
  values: readonly unknown[],
  keys: readonly string[],
): FactValue {
  const isPlain = values.every(value => typeof value !== 'object');
  if (!isPlain || values.length > maximumListItems) {
    return { kind: 'more', count: values.length };
  }
  const texts = values.map(value => String(value));
  return isHiddenKey(keys.at(-1) ?? '')
    ? { kind: 'hidden', copy: texts.join('\n') }
    : { kind: 'list', items: texts.map(toLine) };
}
