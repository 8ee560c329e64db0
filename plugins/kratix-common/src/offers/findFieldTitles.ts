import type { JsonObject } from '@backstage/types';
import { asSchema, specSchemaOf, type CrdSchema } from '../crdSchema/crdSchema';
import { isObject } from '../kubernetes/reading/readField';
import type { PromiseApi } from '../model';
import { titleFromName } from '../names/titleFromName';
import { fieldTitle } from '../templates/form/fieldTitle';

/** Deeper, pages show no single values. */
const deepest = 3;
const mostTitles = 500;

/**
 * What the fields of a request are called where their author did not leave it to their names, by where they stand in
 * `spec`, as `{ 'admin.pw': 'Password of the first user' }`: the form asks by these titles, so its answers are told by
 * them. Of the fields that the request has.
 * @public
 */
export function findFieldTitles(
  api: Pick<PromiseApi, 'schema'>,
  spec: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const titles = collect(spec, specSchemaOf(api.schema) ?? {}, []);
  return Object.fromEntries(titles.slice(0, mostTitles));
}

function collect(
  value: unknown,
  schema: CrdSchema,
  keys: readonly string[],
): [path: string, title: string][] {
  if (!isObject(value) || keys.length >= deepest) {
    return [];
  }
  const properties = asSchema(schema.properties);
  return Object.entries(value as JsonObject)
    .filter(([name]) => Object.hasOwn(properties, name))
    .flatMap(([name, child]) => {
      const own = asSchema(properties[name]);
      const path = [...keys, name];
      const title = fieldTitle(name, own);
      return [
        ...(title === titleFromName(name)
          ? []
          : [[path.join('.'), title] as [string, string]]),
        ...collect(child, own, path),
      ];
    });
}
