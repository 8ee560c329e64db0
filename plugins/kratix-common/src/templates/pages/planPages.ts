import { groupSections } from './groupSections';

/** Of one form, so that the steps of a form stay few enough to see where one is. */
const maxSteps = 7;
/** Fields of a page that people look through. */
const fullPage = 60;
/** A part of more fields is a section of its own. */
const smallSection = 6;

/**
 * A property of `spec` that has no place on the first page.
 * @internal
 */
export interface LaterPart {
  readonly name: string;
  readonly title: string;
  /** Fields that the form shows of it. */
  readonly shown: number;
  readonly isRequired: boolean;
}

/**
 * One step of a form after its first page.
 * @internal
 */
export interface PlannedPage {
  readonly title: string;
  readonly names: readonly string[];
}

/**
 * Few steps for what the first page has no room for: one that folds it all away while people can look through
 * it, and otherwise a step for each section, by its name, neighbours together where there are many, and small
 * parts at the end. What must be filled in comes before what people can do without.
 * @internal
 */
export function planPages(
  parts: readonly LaterPart[],
  rest: string,
): PlannedPage[] {
  if (parts.every(isOptional) && sumOf(parts) <= fullPage) {
    return parts.length > 0 ? [toPage(rest, parts)] : [];
  }
  const ordered = [
    ...parts.filter(part => !isOptional(part)),
    ...parts.filter(isOptional),
  ];
  const sections = ordered.filter(isSection);
  const small = ordered.filter(part => !isSection(part));
  const room = maxSteps - 1;
  const forSmall = stepsForSmall(small, sections, room);
  const grouped = groupSections(sections, {
    sizeOf: part => part.shown,
    max: room - forSmall,
    enough: fullPage / 2,
  });
  return [
    ...grouped.map(group => toPage(nameSections(group), group)),
    ...cutEvenly(small, forSmall).map((run, _, all) =>
      toPage(all.length === 1 ? rest : nameRun(run), run),
    ),
  ];
}

function stepsForSmall(
  small: readonly LaterPart[],
  sections: readonly LaterPart[],
  room: number,
): number {
  const size = sumOf(small);
  if (size === 0 || sections.length === 0) {
    return Math.min(Math.ceil(size / fullPage), room);
  }
  const fair = Math.round((room * size) / (size + sumOf(sections)));
  return Math.min(Math.ceil(size / fullPage), Math.max(fair, 1), room - 1);
}

/** In their order, about as many fields to each. */
function cutEvenly(parts: readonly LaterPart[], count: number): LaterPart[][] {
  const total = sumOf(parts);
  const runs = Array.from({ length: count }, (): LaterPart[] => []);
  let before = 0;
  for (const part of parts) {
    runs[Math.floor((before * count) / total)]?.push(part);
    before += part.shown;
  }
  return runs.filter(run => run.length > 0);
}

function nameSections(group: readonly LaterPart[]): string {
  const [first, second, ...others] = group.map(({ title }) => title);
  if (second === undefined) {
    return first ?? '';
  }
  return others.length === 0
    ? `${first}, ${second}`
    : `${first} and ${others.length + 1} more`;
}

function nameRun(run: readonly LaterPart[]): string {
  const [first = '', last = ''] = [run[0]?.title, run.at(-1)?.title];
  return run.length > 1 ? `${first} to ${last}` : first;
}

function toPage(title: string, parts: readonly LaterPart[]): PlannedPage {
  return { title, names: parts.map(({ name }) => name) };
}

function isSection({ shown }: LaterPart): boolean {
  return shown > smallSection;
}

function isOptional({ isRequired }: LaterPart): boolean {
  return !isRequired;
}

function sumOf(parts: readonly LaterPart[]): number {
  return parts.reduce((sum, { shown }) => sum + shown, 0);
}
