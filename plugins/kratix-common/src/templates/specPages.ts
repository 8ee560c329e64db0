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
  const shares = shareProperties(form, name => pageOf(name) ?? title);
  const titles = [...shares.keys()];
  const isAdvanced = (other: string) => other.startsWith(advancedPage);
  const named = titles.filter(other => other !== title && !isAdvanced(other));
  const ordered = [title, ...named, ...titles.filter(isAdvanced)].filter(
    other => shares.has(other) || (other === title && form.oneOf !== undefined),
  );
  return ordered.map(page =>
    toPage(page, {
      ...form,
      ...toSelection(form, shares.get(page) ?? noShare),
      ...(page !== title && { oneOf: undefined }),
    }),
  );
}

function placeProperties(
  api: PromiseApi,
  form: JsonObject,
): (name: string) => string | undefined {
  const required = new Set(Array.isArray(form.required) ? form.required : []);
  const spec = specSchemaOf(api.schema) ?? {};
  const pages = new Map<string, string>();
  for (const [name, schema] of propertiesOf(spec)) {
    const { page, advanced } = readPortalHints(schema);
    if (page) {
      pages.set(name, page);
    } else if (advanced && !required.has(name)) {
      pages.set(name, advancedPage);
    }
  }
  const placed = pages.size > 0 ? pages : foldAway(spec, form, advancedPage);
  return name => placed.get(name);
}

/** What of a form belongs to one page. */
interface PageShare {
  readonly properties: [string, JsonValue][];
  readonly required: string[];
  readonly order: string[];
}

const noShare: PageShare = { properties: [], required: [], order: [] };

/** In one go: a form of thousands of fields has hundreds of pages. */
function shareProperties(
  form: JsonObject,
  pageOf: (name: string) => string,
): ReadonlyMap<string, PageShare> {
  const shares = new Map<string, PageShare>();
  const shareOf = (name: string): PageShare => {
    const page = pageOf(name);
    const share = shares.get(page) ?? {
      properties: [],
      required: [],
      order: [],
    };
    shares.set(page, share);
    return share;
  };
  const properties = isObject(form.properties) ? form.properties : {};
  for (const [name, property] of Object.entries(properties as JsonObject)) {
    shareOf(name).properties.push([name, property ?? null]);
  }
  namesIn(form.required).forEach(name => shareOf(name).required.push(name));
  namesIn(form['ui:order'])
    .filter(name => name !== '*')
    .forEach(name => shareOf(name).order.push(name));
  return shares;
}

function namesIn(value: JsonValue | undefined): string[] {
  return Array.isArray(value)
    ? value.filter((name): name is string => typeof name === 'string')
    : [];
}

function toSelection(
  form: JsonObject,
  { properties, required, order }: PageShare,
): { [key: string]: JsonValue | undefined } {
  return {
    properties: Object.fromEntries(properties),
    required: required.length > 0 ? required : undefined,
    'ui:order': Array.isArray(form['ui:order']) ? [...order, '*'] : undefined,
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
