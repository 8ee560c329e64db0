import type { JsonObject } from '@backstage/types';
import { asSchema, type CrdSchema } from '../crdSchema/crdSchema';
import { createFieldCounter } from './fieldBudget';

/** A form of so many fields is one page that people read. */
const shortForm = 25;
/** Fields that people may choose on the first page, beside those that they must fill in. */
const firstPage = 15;
/** A section of more fields is rarely what people came for. */
const smallSection = 6;
/** Fields of each page after the first. */
const fullPage = 60;

/**
 * Which properties go to which later page, where an author has not said so: a long form keeps what must be
 * filled in, and small optional parts in their order until its first page is full.
 * @internal
 */
export function foldAway(
  spec: CrdSchema,
  form: JsonObject,
  title: string,
): ReadonlyMap<string, string> {
  const count = createFieldCounter();
  const properties = asSchema(spec.properties);
  const sizeOf = (name: string) => count(asSchema(properties[name]));
  const names = namesInOrder(form);
  const required = new Set(Array.isArray(form.required) ? form.required : []);
  if (count(spec) <= shortForm) {
    return new Map();
  }
  const optional = names.filter(name => !required.has(name));
  const kept = new Set(takeFirst(optional, sizeOf));
  const folded = optional.filter(name => !kept.has(name));
  const isFirstPageEmpty = folded.length === names.length;
  return isFirstPageEmpty ? new Map() : spread(folded, sizeOf, title);
}

function namesInOrder(form: JsonObject): string[] {
  const properties = asSchema(form.properties);
  const order = Array.isArray(form['ui:order']) ? form['ui:order'] : [];
  return order.filter(
    (name): name is string =>
      typeof name === 'string' && Object.hasOwn(properties, name),
  );
}

function takeFirst(
  names: readonly string[],
  sizeOf: (name: string) => number,
): string[] {
  let room = firstPage;
  return names.filter(name => {
    const size = sizeOf(name);
    const isTaken = size <= smallSection && size <= room;
    room -= isTaken ? size : 0;
    return isTaken;
  });
}

function spread(
  names: readonly string[],
  sizeOf: (name: string) => number,
  title: string,
): Map<string, string> {
  const pages = new Map<string, string>();
  let page = 1;
  let fields = 0;
  for (const name of names) {
    const size = sizeOf(name);
    if (fields > 0 && fields + size > fullPage) {
      page += 1;
      fields = 0;
    }
    fields += size;
    pages.set(name, page === 1 ? title : `${title} (${page})`);
  }
  return pages;
}
