import type { JsonValue } from '@backstage/types';

/**
 * Whether a value from the cluster may go on to something that acts upon keys. The catalog reads addresses
 * for objects like `{ $text: … }` wherever they are in an entity (`PlaceholderProcessor` of
 * plugin-catalog-backend), and the viewer of API definitions those of `{ $ref: … }`: a Promise could make
 * them fetch anything.
 * @public
 */
export function isPlainValue(value: unknown): value is JsonValue {
  if (Array.isArray(value)) {
    return value.every(isPlainValue);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).every(
      ([key, child]) =>
        isPlainKey(key) && (child === undefined || isPlainValue(child)),
    );
  }
  return value !== undefined;
}

/**
 * Whether a name from the cluster may stand in an entity and name a field of a form.
 * @public
 */
export function isPlainName(name: string): boolean {
  return (
    isPlainKey(name) &&
    // What the form's renderer would take for a setting of its own; our own forms are full of them.
    !name.startsWith('ui:') &&
    // What every object has, the renderer would find in values that do not hold it.
    !(name in Object.prototype)
  );
}

function isPlainKey(key: string): boolean {
  return key !== '' && !key.startsWith('$') && key !== '__proto__';
}
