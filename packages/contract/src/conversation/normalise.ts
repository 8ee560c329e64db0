const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const age = /^(\d+[smhd])+$|^<invalid>$/;

/**
 * An answer without what differs from run to run: uids, resourceVersions, times, continue tokens.
 * @public
 */
export function normalise(value: unknown, key?: string): unknown {
  if (Array.isArray(value)) {
    return value.map(item => normalise(item));
  }
  if (typeof value === 'object' && value !== null) {
    return normaliseOrder(
      Object.fromEntries(
        Object.entries(value).map(([name, child]) => [
          name,
          normalise(child, name),
        ]),
      ),
    );
  }
  return typeof value === 'string' ? normaliseText(value, key) : value;
}

/** Lists whose order the API server itself does not decide. */
function normaliseOrder(
  object: Record<string, unknown>,
): Record<string, unknown> {
  // Managers are sorted by the whole second in which they wrote.
  if (Array.isArray(object.managedFields)) {
    return { ...object, managedFields: sortJson(object.managedFields) };
  }
  // Bindings come from a cache that is a Go map.
  if (
    Array.isArray(object.resourceRules) &&
    Array.isArray(object.nonResourceRules)
  ) {
    return {
      ...object,
      resourceRules: sortJson(object.resourceRules),
      nonResourceRules: sortJson(object.nonResourceRules),
    };
  }
  return normaliseCauses(object);
}

function sortJson(list: readonly unknown[]): unknown[] {
  return [...list].sort((a, b) => canonical(a).localeCompare(canonical(b)));
}

/** JSON with its keys in order: two writers may put them differently. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(
          Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : item,
  );
}

/**
 * The API server walks a schema's properties as a Go map: several causes come in any order (the same two
 * came in both orders in one recording), and the message repeats them.
 */
function normaliseCauses(
  object: Record<string, unknown>,
): Record<string, unknown> {
  const details = object.details as { causes?: unknown } | undefined;
  if (object.kind !== 'Status' || !Array.isArray(details?.causes)) {
    return object;
  }
  const causes = sortJson(details.causes);
  return {
    ...object,
    details: { ...details, causes },
    ...(causes.length > 1 &&
      typeof object.message === 'string' && {
        message: object.message.replace(/: \[.*\]$/s, ': [<causes>]'),
      }),
  };
}

function normaliseText(text: string, key?: string): string {
  if (key === 'resourceVersion' && /^\d+$/.test(text) && text !== '0') {
    return '<version>';
  }
  if (key === 'continue' && text !== '') {
    return '<continue>';
  }
  if (time.test(text)) {
    return '<time>';
  }
  if (age.test(text)) {
    return '<age>';
  }
  return text
    .replace(uuid, '<uid>')
    .replace(/current: \d+/, 'current: <version>');
}
