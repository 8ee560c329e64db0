import type { JsonObject, JsonValue } from '@backstage/types';
import { isObject } from '../../kubernetes/reading/readField';

/**
 * What the fields of later pages are called, for the first one: Backstage's review looks for all values of `spec`
 * on the first page that has it (plugin-scaffolder-react, `ReviewState`), and would show the others as
 * "Spec > Max Memory". The renderer of the form shows nothing of `patternProperties`.
 * @internal
 */
export function reviewTitles(
  later: readonly (readonly [string, JsonValue])[],
): JsonObject {
  const patterns = later.map(([name, form]): [string, JsonObject] => [
    `^${name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}$`,
    titlesOf(form),
  ]);
  return patterns.length > 0
    ? { patternProperties: Object.fromEntries(patterns) }
    : {};
}

/** Only of what the review shows line by line; it prints a list as a whole. */
function titlesOf(form: JsonValue | undefined): JsonObject {
  if (!isObject(form)) {
    return {};
  }
  const {
    title,
    properties,
    oneOf,
    'ui:backstage': review,
  } = form as JsonObject;
  const branches = Array.isArray(oneOf) ? oneOf : [];
  const fields = [properties, ...branches.map(propertiesOf)].flatMap(some =>
    isObject(some) ? Object.entries(some as JsonObject) : [],
  );
  return {
    ...(title !== undefined && { title }),
    ...(fields.length > 0 && {
      properties: Object.fromEntries(
        fields.map(([name, child]) => [name, titlesOf(child)]),
      ),
    }),
    ...(review !== undefined && { 'ui:backstage': review }),
  };
}

function propertiesOf(branch: JsonValue): JsonValue | undefined {
  return isObject(branch) ? (branch as JsonObject).properties : undefined;
}
