/** A JSON object whose fields are not known yet. @internal */
export type Json = Record<string, unknown>;

/** The value as an object; empty when it is none. @internal */
export function recordOf(value: unknown): Json {
  return isRecord(value) ? value : {};
}

/** @internal */
export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an array; empty when it is none. @internal */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The objects of an array, other items dropped. @internal */
export function recordsOf(value: unknown): readonly Json[] {
  return listOf(value).filter(isRecord);
}

/** @internal */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** @internal */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** The value below a path of field names; undefined when any step is missing. @internal */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (current, field) =>
      isRecord(current) && Object.prototype.hasOwnProperty.call(current, field)
        ? current[field]
        : undefined,
    value,
  );
}

/** The strings of an object's fields, others dropped: labels and the like. @internal */
export function textsOf(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(recordOf(value)).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

/** A field of a draft as an object that may be written to, created when missing. @internal */
export function ensureRecord(draft: Json, field: string): Json {
  const existing = draft[field];
  if (isRecord(existing)) {
    return existing;
  }
  const created: Json = {};
  draft[field] = created;
  return created;
}
