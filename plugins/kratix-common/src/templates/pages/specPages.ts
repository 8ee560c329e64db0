import type { JsonObject, JsonValue } from '@backstage/types';
import type { PromiseApi } from '../../model';
import { propertiesOf, specSchemaOf } from '../../crdSchema/crdSchema';
import { isObject } from '../../kubernetes/reading/readField';
import { templateParameters } from '../../contracts/actions';
import { foldAway } from './foldAway';
import { readPortalHints } from '../form/portalHints';
import { reviewTitles } from './reviewTitles';

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
 * those that the author names; of a long form whose author says nothing, a few by what they hold. What must be
 * filled in stays on the first page where it has room and its author did not place it.
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
  const places = placeProperties(api, form, title);
  const shares = shareProperties(form, name => places.get(name) ?? title);
  const ordered = [...new Set([title, ...places.values()])].filter(
    other => shares.has(other) || (other === title && form.oneOf !== undefined),
  );
  const later = ordered
    .slice(1)
    .flatMap(page => shares.get(page)?.properties ?? []);
  return ordered.map((page, index) =>
    toPage(page, {
      ...form,
      ...toSelection(form, shares.get(page) ?? noShare),
      ...(index === 0 && reviewTitles(later)),
      ...(page !== title && { oneOf: undefined }),
    }),
  );
}

/** Titles of pages by the properties that are not on the first, in the order of the pages. */
function placeProperties(
  api: PromiseApi,
  form: JsonObject,
  title: string,
): ReadonlyMap<string, string> {
  const required = new Set(Array.isArray(form.required) ? form.required : []);
  const spec = specSchemaOf(api.schema) ?? {};
  const named: [string, string][] = [];
  const folded: [string, string][] = [];
  for (const [name, schema] of propertiesOf(spec)) {
    const { page, advanced } = readPortalHints(schema);
    if (page) {
      (page === advancedPage ? folded : named).push([name, page]);
    } else if (advanced && !required.has(name)) {
      folded.push([name, advancedPage]);
    }
  }
  const places = new Map([...named, ...folded]);
  return places.size > 0
    ? places
    : foldAway(spec, form, { title, rest: advancedPage });
}

/** What of a form belongs to one page. */
interface PageShare {
  readonly properties: [string, JsonValue][];
  readonly required: string[];
  readonly order: string[];
}

const noShare: PageShare = { properties: [], required: [], order: [] };

/** In one go: a form may have very many fields. */
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
