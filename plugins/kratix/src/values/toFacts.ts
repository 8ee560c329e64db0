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
  known: {
    /** Where it is known that a secret stands, as `admin.password`. */
    readonly secretPaths?: readonly string[];
    /** What is called otherwise than its name says, by where it stands. */
    readonly fieldTitles?: Readonly<Record<string, string>>;
  } = {},
): Fact[] {
  const { secretPaths, fieldTitles = {} } = known;
  return flatten(values, [], new Set(secretPaths)).map(({ keys, value }) =>
    toFact(keys, value, fieldTitles),
  );
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

interface Leaf {
  readonly keys: readonly string[];
  readonly value: FactValue;
}

function flatten(
  value: unknown,
  keys: readonly string[],
  secrets: ReadonlySet<string>,
): Leaf[] {
  if (value === undefined || value === null || value === '') {
    return [];
  }
  if (secrets.has(keys.join('.'))) {
    return [{ keys, value: { kind: 'hidden', copy: toCopy(value) } }];
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? [] : [{ keys, value: readList(value, keys) }];
  }
  if (typeof value === 'object') {
    return flattenObject(value, keys, secrets);
  }
  return [{ keys, value: readScalar(value, keys) }];
}

function flattenObject(
  value: object,
  keys: readonly string[],
  secrets: ReadonlySet<string>,
): Leaf[] {
  const entries = Object.entries(value);
  if (keys.length >= maximumDepth && entries.length > 0) {
    return [{ keys, value: { kind: 'more', count: entries.length } }];
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

function toFact(
  keys: readonly string[],
  value: FactValue,
  titles: Readonly<Record<string, string>>,
): Fact {
  const titleOf = (name: string, path: string) =>
    Object.hasOwn(titles, path)
      ? toLine(titles[path] ?? name)
      : titleFromName(name);
  const path = keys.join('.');
  const shown =
    value.kind === 'secretName' && !Object.hasOwn(titles, path)
      ? nameSecret(keys)
      : keys;
  const groups = shown
    .slice(0, -1)
    .map((name, depth) => titleOf(name, keys.slice(0, depth + 1).join('.')));
  return {
    path,
    label: titleOf(shown.at(-1) ?? '', path),
    group: groups.length > 0 ? groups.join(' › ') : undefined,
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
