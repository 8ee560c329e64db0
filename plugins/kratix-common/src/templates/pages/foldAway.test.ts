import type { JsonObject } from '@backstage/types';
import { foldAway } from './foldAway';
import { crdSchemaToForm } from '../form/crdSchemaToForm';

describe('foldAway', () => {
  const text = { type: 'string' };
  const textsOf = (count: number, prefix = 'f'): JsonObject =>
    Object.fromEntries(
      Array.from({ length: count }, (_, n) => [`${prefix}${n}`, text]),
    );

  it('leaves a short form alone', () => {
    expect(pagesOf({ properties: textsOf(20) })).toEqual({});
  });

  it('keeps what must be filled in and small parts, and folds the rest', () => {
    const pages = pagesOf({
      required: ['needed'],
      properties: {
        big: { type: 'object', properties: textsOf(30) },
        ...textsOf(16),
        needed: { type: 'object', properties: textsOf(30) },
      },
    });

    expect(pages).toEqual({ big: 'More', f15: 'More' });
  });

  it('spreads very many fields over few pages, by the first and the last of each', () => {
    const pages = stepsOf({ properties: textsOf(800) });

    expect(pages.map(({ title }) => title)).toEqual([
      'F15 to F145',
      'F146 to F276',
      'F277 to F407',
      'F408 to F538',
      'F539 to F669',
      'F670 to F799',
    ]);
    expect(pages.flatMap(({ names }) => names)).toHaveLength(785);
  });

  it('names steps by the sections that they hold, small parts last', () => {
    const section = (size: number): JsonObject => ({
      type: 'object',
      properties: textsOf(size),
    });

    const pages = stepsOf({
      properties: {
        ...textsOf(30),
        backupPolicy: section(70),
        logging: section(12),
        metrics: section(13),
        network: section(50),
        scaling: { ...section(50), title: 'How far it may grow' },
      },
    });

    expect(pages.map(({ title }) => title)).toEqual([
      'Backup policy',
      'Logging, Metrics',
      'Network',
      'How far it may grow',
      'More',
    ]);
    expect(pages.at(-1)?.names).toHaveLength(15);
  });

  it.each([10, 20, 30])(
    'puts %i sections on no more than seven pages, neighbours together',
    count => {
      const sections = Object.fromEntries(
        Array.from({ length: count }, (_, n) => [
          `part${n}`,
          { type: 'object', properties: textsOf(30) },
        ]),
      );

      const pages = stepsOf({ properties: { ...textsOf(50), ...sections } });

      expect(pages.length).toBeLessThanOrEqual(6);
      expect(pages[0]?.title).toMatch(/^Part0(, Part1| and \d+ more)$/);
      const names = pages.flatMap(page => page.names);
      expect(names).toHaveLength(new Set(names).size);
      expect(names).toHaveLength(count + 35);
    },
  );

  it('asks what must be filled in before what may be, where the first page has no room', () => {
    const needs = { type: 'object', properties: textsOf(50) };

    const pages = stepsOf({
      required: ['storage', 'network'],
      properties: {
        backup: { type: 'object', properties: textsOf(70) },
        network: needs,
        storage: needs,
      },
    });

    expect(pages.map(({ title }) => title)).toEqual(['Storage', 'Backup']);
  });

  it('has no two steps of one name', () => {
    const same = { type: 'object', properties: textsOf(50), title: 'The same' };

    const pages = stepsOf(
      { properties: { ...textsOf(3), a: same, b: same, c: same } },
      'The same',
    );

    expect(pages.map(({ title }) => title)).toEqual([
      'The same (2)',
      'The same (3)',
      'The same (4)',
    ]);
  });

  it('never leaves the first page empty', () => {
    expect(
      pagesOf({
        properties: { all: { type: 'object', properties: textsOf(90) } },
      }),
    ).toEqual({});
  });

  it('shares sections out where the first page would hold all of them', () => {
    const section = { type: 'object', properties: textsOf(50) };

    expect(pagesOf({ properties: { a: section, b: section } })).toEqual({
      b: 'B',
    });
  });

  function pagesOf(spec: JsonObject, title = 'It'): Record<string, string> {
    const schema = { type: 'object', ...spec };
    const form = crdSchemaToForm({ properties: { spec: schema } }).schema ?? {};
    const words = { title, rest: 'More' };
    return Object.fromEntries(foldAway(schema, form, words));
  }

  function stepsOf(spec: JsonObject, title?: string) {
    const pages = pagesOf(spec, title);
    return [...new Set(Object.values(pages))].map(page => ({
      title: page,
      names: Object.keys(pages).filter(name => pages[name] === page),
    }));
  }
});
