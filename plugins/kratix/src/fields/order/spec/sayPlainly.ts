import type { Translate } from '../../../translation';
import { isRecord } from '../readOrder';

/** A part of a form, as its renderer knows it. */
interface Part {
  readonly schema: unknown;
  readonly value: unknown;
  readonly ui?: unknown;
}

/**
 * What is wrong on a page (RJSF `ErrorSchema`), as a person says it: the form's validator speaks of properties
 * (`ajv`), and of every alternative where one is to be chosen. What others say stays as it is.
 * @internal
 */
export function sayPlainly<E>(errors: E, part: Part, t: Translate): E {
  return isRecord(errors) ? (plainNode(errors, part, t) as E) : errors;
}

function plainNode(
  node: Readonly<Record<string, unknown>>,
  part: Part,
  t: Translate,
): Record<string, unknown> {
  const { __errors: own, ...children } = node;
  const choice = readChoice(part);
  const below = Object.entries(children)
    .filter(([name]) => !choice?.hidden.has(name))
    .map(([name, child]) => [
      name,
      isRecord(child) ? plainNode(child, childOf(part, name), t) : child,
    ]);
  const isToldBelow = choice?.isMade === true && below.length > 0;
  const texts = textsOf(own);
  const ofChoice = choice ? texts.filter(isOfChoice) : [];
  const said = [
    ...texts
      .filter(text => !ofChoice.includes(text))
      .map(text => sayField(text, part, t)),
    ...(choice && ofChoice.length > 0 && !isToldBelow
      ? [sayChoice(ofChoice, choice, t)]
      : []),
  ];
  return {
    ...Object.fromEntries(below),
    ...(said.length > 0 && { __errors: [...new Set(said)] }),
  };
}

function sayField(text: string, part: Part, t: Translate): string {
  const missing = /^must have required property '(.*)'$/s.exec(text)?.[1];
  if (missing !== undefined) {
    return t('field.needed', { field: missing });
  }
  const pattern = /^must match pattern "(.*)"$/s.exec(text)?.[1];
  if (pattern === undefined) {
    return text;
  }
  const example = exampleOf(part, pattern);
  return example === undefined
    ? t('field.unfit', { pattern })
    : t('field.unfitExample', { example });
}

/** One that would not be refused as well. */
function exampleOf({ schema, ui }: Part, pattern: string): string | undefined {
  const given = [
    isRecord(ui) && ui['ui:placeholder'],
    isRecord(schema) && schema.default,
  ];
  return given.find(
    (text): text is string =>
      typeof text === 'string' && new RegExp(pattern, 'u').test(text),
  );
}

interface Choice {
  readonly isMade: boolean;
  /** Properties of alternatives that are not shown. */
  readonly hidden: ReadonlySet<string>;
}

/** Which alternative somebody chose: the renderer brings its properties, and those of no other. */
function readChoice({ schema, value }: Part): Choice | undefined {
  const branches = isRecord(schema) ? schema.oneOf : undefined;
  if (!Array.isArray(branches)) {
    return undefined;
  }
  const names = branches.map(branch =>
    isRecord(branch) && isRecord(branch.properties)
      ? Object.keys(branch.properties).filter(name =>
          hasOwnSchema(branch.properties, name),
        )
      : [],
  );
  const given = isRecord(value) ? value : {};
  const chosen = names.filter(
    some => some.length > 0 && some.every(name => given[name] !== undefined),
  );
  const partly = names.filter(some =>
    some.some(name => given[name] !== undefined),
  );
  const [first = []] = names; // the renderer shows it where nothing is filled in
  const shown = new Set(
    [chosen, partly, [first]].find(some => some.length > 0)?.flat(),
  );
  return {
    isMade: shown.size > 0,
    hidden: new Set(names.flat().filter(name => !shown.has(name))),
  };
}

/** "None of them" names the properties of all others, and shows none. */
function hasOwnSchema(properties: unknown, name: string): boolean {
  return (
    isRecord(properties) && Object.keys(Object(properties[name])).length > 0
  );
}

/** What the form of kratix-common (`chooseBranches`) and `ajv` say of the whole choice. */
function isOfChoice(message: string): boolean {
  return (
    /^must match (exactly one|a) schema in (oneOf|anyOf)$/.test(message) ||
    message.startsWith('needs a choice') ||
    message === 'fits more than one of the choices'
  );
}

function sayChoice(
  texts: readonly string[],
  { isMade }: Choice,
  t: Translate,
): string {
  if (isMade) {
    return t('field.choiceUnfit');
  }
  return texts.includes('needs a choice')
    ? t('field.choiceNeeded')
    : t('field.choiceOrNothing');
}

function childOf({ schema, value, ui }: Part, name: string): Part {
  const isItem = Array.isArray(value);
  return {
    schema: schemaOf(schema, name),
    value: valueOf(value, name),
    ui: valueOf(ui, isItem ? 'items' : name),
  };
}

function valueOf(value: unknown, name: string): unknown {
  const isThere =
    typeof value === 'object' && value !== null && Object.hasOwn(value, name);
  return isThere ? (value as Record<string, unknown>)[name] : undefined;
}

function schemaOf(schema: unknown, name: string): unknown {
  if (!isRecord(schema)) {
    return undefined;
  }
  const { properties, items, oneOf } = schema;
  if (isRecord(properties) && Object.hasOwn(properties, name)) {
    return properties[name];
  }
  if (Array.isArray(oneOf)) {
    const found = oneOf
      .filter(
        branch => isRecord(branch) && hasOwnSchema(branch.properties, name),
      )
      .map(branch => schemaOf(branch, name))
      .find(Boolean);
    if (found !== undefined) {
      return found;
    }
  }
  return /^\d+$/.test(name) ? items : undefined;
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((text): text is string => typeof text === 'string')
    : [];
}
