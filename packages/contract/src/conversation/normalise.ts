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
    return Object.fromEntries(
      Object.entries(value).map(([name, child]) => [
        name,
        normalise(child, name),
      ]),
    );
  }
  return typeof value === 'string' ? normaliseText(value, key) : value;
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
