import { dropNulls } from './dropNulls';

describe('dropNulls', () => {
  const schema = {
    type: 'object',
    properties: {
      list: { type: 'array', items: { type: 'string' } },
      map: { type: 'object', additionalProperties: { type: 'string' } },
      // As `default` of a schema: any JSON.
      anything: { 'x-kubernetes-preserve-unknown-fields': true },
    },
  } as const;

  it('takes away what Go would not write out again', () => {
    const value = { list: [], map: {}, anything: null };

    dropNulls(value, schema);

    expect(value).toEqual({});
  });

  it('keeps an empty list or object where any JSON may stand', () => {
    const lists = { anything: [] };
    const objects = { anything: {} };

    dropNulls(lists, schema);
    dropNulls(objects, schema);

    expect([lists, objects]).toEqual([{ anything: [] }, { anything: {} }]);
  });
});
