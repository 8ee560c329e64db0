import type { JsonObject } from '@backstage/types';
import { asSchema, type CrdSchema } from '../../crdSchema/crdSchema';
import { cutText } from '../../kubernetes/reading/bounds';
import { isObject } from '../../kubernetes/reading/readField';
import { countShownFields } from '../form/countShownFields';
import { createFieldCounter } from '../form/fieldBudget';
import { planPages, type LaterPart, type PlannedPage } from './planPages';

/** A form of so many fields is one page that people read. */
const shortForm = 25;
/** Fields that people may choose on the first page, beside those that they must fill in. */
const firstPage = 15;
/** A section of more fields is rarely what people came for. */
const smallSection = 6;
/** Fields that must be filled in on the first page; what has no room there has a step of its own. */
const fullPage = 60;
/** Of the part in the name of a step, which stands beside others. */
const maxTitle = 30;

/**
 * Which properties go to which later page, in the order of these, where an author has not said so: a long form
 * keeps what must be filled in, and small optional parts in their order until its first page is full.
 * @internal
 */
export function foldAway(
  spec: CrdSchema,
  form: JsonObject,
  words: { readonly title: string; readonly rest: string },
): ReadonlyMap<string, string> {
  const count = createFieldCounter();
  if (count(spec) <= shortForm) {
    return new Map();
  }
  const properties = asSchema(spec.properties);
  const parts = partsInOrder(form);
  const kept = new Set([
    ...takeFirst(parts.filter(isRequired), {
      sizeOf: ({ shown }) => shown,
      ...{ room: fullPage, largest: fullPage },
    }),
    ...takeFirst(
      parts.filter(part => !isRequired(part)),
      {
        sizeOf: ({ name }) => count(asSchema(properties[name])),
        ...{ room: firstPage, largest: smallSection },
      },
    ),
  ]);
  const pages = planPages(
    parts.filter(part => !kept.has(part)),
    words.rest,
  );
  // Something stands on the first page, and be it the first of what has no room there.
  return toPlaces(kept.size > 0 ? pages : pages.slice(1), words.title);
}

function partsInOrder(form: JsonObject): LaterPart[] {
  const properties = isObject(form.properties) ? form.properties : {};
  const order = Array.isArray(form['ui:order']) ? form['ui:order'] : [];
  const required = new Set(Array.isArray(form.required) ? form.required : []);
  return order
    .filter((name): name is string => typeof name === 'string')
    .filter(name => Object.hasOwn(properties, name))
    .map(name => {
      const part = (properties as JsonObject)[name];
      const title = isObject(part) ? part.title : undefined;
      return {
        name,
        title: cutText(typeof title === 'string' ? title : name, maxTitle),
        shown: countShownFields(part),
        isRequired: required.has(name),
      };
    });
}

function takeFirst(
  parts: readonly LaterPart[],
  limits: {
    sizeOf(part: LaterPart): number;
    readonly room: number;
    readonly largest: number;
  },
): LaterPart[] {
  let { room } = limits;
  return parts.filter(part => {
    const size = limits.sizeOf(part);
    const isTaken = size <= limits.largest && size <= room;
    room -= isTaken ? size : 0;
    return isTaken;
  });
}

/** Two steps of one name would be one. */
function toPlaces(
  pages: readonly PlannedPage[],
  title: string,
): Map<string, string> {
  const taken = new Set([title]);
  const places = new Map<string, string>();
  for (const page of pages) {
    let unique = page.title;
    for (let next = 2; taken.has(unique); next += 1) {
      unique = `${page.title} (${next})`;
    }
    taken.add(unique);
    page.names.forEach(name => places.set(name, unique));
  }
  return places;
}

function isRequired(part: LaterPart): boolean {
  return part.isRequired;
}
