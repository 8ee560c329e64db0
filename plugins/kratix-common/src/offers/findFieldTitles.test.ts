import { findFieldTitles } from './findFieldTitles';

const text = { type: 'string' };
const api = {
  schema: {
    properties: {
      spec: {
        properties: {
          version: { ...text, title: 'Redis version' },
          size: { ...text, 'x-kratix-portal': { title: 'How large' } },
          note: { ...text, title: '  ' },
          dbName: { ...text, title: 'DB name' },
          admin: {
            title: 'First user',
            properties: { pw: { ...text, title: 'Password' } },
          },
        },
      },
    },
  },
};

describe('findFieldTitles', () => {
  it.each([
    ['a title of the schema', { version: '7.4' }, { version: 'Redis version' }],
    ['a title for the portal', { size: 'small' }, { size: 'How large' }],
    ['no empty title', { note: 'x' }, {}],
    ['none that its name gives as well', { dbName: 'x' }, {}],
    [
      'titles of parts',
      { admin: { pw: 'x' } },
      { admin: 'First user', 'admin.pw': 'Password' },
    ],
    ['none of what nobody asked for', {}, {}],
    ['none of what the API does not know', { constructor: 1, other: {} }, {}],
    [
      'none within what is no object',
      { admin: ['pw'] },
      { admin: 'First user' },
    ],
  ])('finds %s', (_, spec, titles) => {
    expect(findFieldTitles(api, spec)).toEqual(titles);
  });

  it('finds none where the API cannot be read', () => {
    expect(findFieldTitles({ schema: {} }, { version: '7.4' })).toEqual({});
  });
});
