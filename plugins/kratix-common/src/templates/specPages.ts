import type { JsonObject, JsonValue } from '@backstage/types';
import type { PromiseApi } from '../model';
import { propertiesOf, specSchemaOf } from '../crdSchema/crdSchema';
import { isObject } from '../kubernetes/readField';
import { templateParameters } from '../contracts/actions';
import { foldAway } from './foldAway';
import { readPortalHints } from './portalHints';

/**
 * One page of a generated Template.
 * @internal
 */
export interface FormPage {
  readonly title: string;
  readonly schema: JsonObject;
}

/** Title of the page that folds away what people rarely touch. */
const advancedPage = 'More options';

/**
 * Spreads the form of `spec` over pages: one by default, one more for what its author calls advanced, and
 * those that the author names. What must be filled in stays on the first page unless its author placed it.
 * @internal
 */
export function specPages(
  api: PromiseApi,
  form: JsonObject,
  title: string,
): FormPage[] {
  const properties = isObject(form.properties) ? form.properties : undefined;
  if (!properties) {
    return [toPage(title, form)]; // the whole spec is one editor
  }
  const pageOf = placeProperties(api, form);
  const titles = [
    ...new Set(Object.keys(properties).map(name => pageOf(name) ?? title)),
  ];
  const isAdvanced = (other: string) => other.startsWith(advancedPage);
  const named = titles.filter(other => other !== title && !isAdvanced(other));
  const ordered = [title, ...named, ...titles.filter(isAdvanced)].filter(
    other =>
      titles.includes(other) || (other === title && form.oneOf !== undefined),
  );
  return ordered.map(page =>
    toPage(page, {
      ...selectProperties(form, name => (pageOf(name) ?? title) === page),
      ...(page !== title && { oneOf: undefined }),
    }),
  );
}

function placeProperties(
  api: PromiseApi,
  form: JsonObject,
): (name: string) => string | undefined {
  const required = Array.isArray(form.required) ? form.required : [];
  const spec = specSchemaOf(api.schema) ?? {};
  const pages = new Map<string, string>();
  for (const [name, schema] of propertiesOf(spec)) {
    const { page, advanced } = readPortalHints(schema);
    if (page) {
      pages.set(name, page);
    } else if (advanced && !required.includes(name)) {
      pages.set(name, advancedPage);
    }
  }
  const placed = pages.size > 0 ? pages : foldAway(spec, form, advancedPage);
  return name => placed.get(name);
}

function selectProperties(
  form: JsonObject,
  isWanted: (name: string) => boolean,
): JsonObject {
  const names = (value: JsonValue | undefined): JsonValue[] | undefined =>
    Array.isArray(value)
      ? value.filter(
          name => typeof name === 'string' && (name === '*' || isWanted(name)),
        )
      : undefined;
  const required = names(form.required);
  const properties = isObject(form.properties) ? form.properties : {};
  return {
    ...form,
    properties: Object.fromEntries(
      Object.entries(properties as JsonObject).filter(([name]) =>
        isWanted(name),
      ),
    ),
    required: required && required.length > 0 ? required : undefined,
    'ui:order': names(form['ui:order']),
  };
}

/** The page has the title; repeating it above the fields would say nothing. */
function toPage(title: string, form: JsonObject): FormPage {
  const { title: _, ...rest } = form;
  const isEditor = rest.properties === undefined;
  return {
    title,
    schema: withoutUndefined({
      title,
      required: [templateParameters.spec],
      properties: {
        [templateParameters.spec]: withoutUndefined(
          isEditor ? { ...rest, title } : { ...rest, title: '' },
        ),
      },
    }),
  };
}

function withoutUndefined(value: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value).filter(([, entry]) => entry !== undefined),
  );
}
