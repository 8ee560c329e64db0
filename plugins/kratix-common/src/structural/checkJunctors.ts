import { asSchema, propertiesOf, type CrdSchema } from '../crdSchema/crdSchema';
import { isObject } from '../kubernetes/readField';

/**
 * Inside `allOf`, `anyOf`, `oneOf` and `not` only conditions on values may stand, and only on what the schema
 * itself names.
 * @internal
 */
export function checkJunctors(
  schema: CrdSchema,
  path: string,
  say: (path: string, message: string) => void,
): void {
  const isIntOrString = schema['x-kubernetes-int-or-string'] === true;
  for (const keyword of ['allOf', 'anyOf', 'oneOf', 'not'] as const) {
    const parts = schema[keyword];
    for (const part of (Array.isArray(parts) ? parts : [parts]).filter(
      isObject,
    )) {
      for (const message of findMisplaced(part, schema, isIntOrString)) {
        say(path, `in "${keyword}", ${message}`);
      }
    }
  }
}

const misplaced = [
  ...['type', 'description', 'title', 'default', 'nullable'],
  ...['additionalProperties', 'x-kubernetes-preserve-unknown-fields'],
  ...['x-kubernetes-embedded-resource', 'x-kubernetes-list-type'],
];

function findMisplaced(
  part: CrdSchema,
  shape: CrdSchema,
  isIntOrString: boolean,
): string[] {
  const own = misplaced
    .filter(keyword => part[keyword] !== undefined && part[keyword] !== false)
    .filter(keyword => !(isIntOrString && keyword === 'type'))
    .map(keyword => `"${keyword}" is not allowed.`);
  const inner = (['allOf', 'anyOf', 'oneOf'] as const).flatMap(keyword =>
    (Array.isArray(part[keyword]) ? part[keyword] : [])
      .filter(isObject)
      .flatMap(each => findMisplaced(each, shape, isIntOrString)),
  );
  const children = propertiesOf(part).flatMap(([name, child]) => {
    const known = asSchema(shape.properties)[name];
    return isObject(known)
      ? findMisplaced(
          child,
          known,
          known['x-kubernetes-int-or-string'] === true,
        )
      : [`${name} is named, which the schema itself does not name.`];
  });
  const items =
    isObject(part.items) && isObject(shape.items)
      ? findMisplaced(part.items, shape.items, false)
      : [];
  return [...own, ...inner, ...children, ...items];
}
