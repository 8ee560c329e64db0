import type { JsonObject } from '@backstage/types';
import { foldAway } from './foldAway';
import { crdSchemaToForm } from './crdSchemaToForm';

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

  it('spreads very many fields over pages that a browser can show', () => {
    const pages = pagesOf({ properties: textsOf(200) });

    expect(new Set(Object.values(pages))).toEqual(
      new Set(['More', 'More (2)', 'More (3)', 'More (4)']),
    );
  });

  it('never leaves the first page empty', () => {
    expect(
      pagesOf({
        properties: { all: { type: 'object', properties: textsOf(90) } },
      }),
    ).toEqual({});
  });

  function pagesOf(spec: JsonObject): Record<string, string> {
    const schema = { type: 'object', ...spec };
    const form = crdSchemaToForm({ properties: { spec: schema } }).schema ?? {};
    return Object.fromEntries(foldAway(schema, form, 'More'));
  }
});
