import type { JsonObject } from '@backstage/types';
import { reviewTitles } from './reviewTitles';

describe('reviewTitles', () => {
  const page = reviewTitles([
    ['maxMemory', { type: 'string', title: 'Memory at most' }],
    [
      'a.b+c',
      {
        title: 'Part',
        type: 'object',
        minProperties: 3,
        properties: { deep: { title: 'Deep down', 'ui:field': 'Other' } },
        oneOf: [
          { title: 'None', properties: { git: {} } },
          { properties: { git: { title: 'From Git', pattern: 'x' } } },
        ],
      },
    ],
    [
      'password',
      { title: 'Password', 'ui:backstage': { review: { mask: '•' } } },
    ],
  ]);

  // As the review of plugin-scaffolder-react looks for them (`Draft07.getSchema` of json-schema-library).
  const find = (path: string): JsonObject | undefined => {
    const [first = '', ...rest] = path.split('/');
    const patterns = (page.patternProperties ?? {}) as JsonObject;
    const key = Object.keys(patterns).find(each =>
      new RegExp(each, 'u').test(first),
    );
    return rest.reduce(
      (node, name) => (node?.properties as JsonObject)?.[name] as JsonObject,
      key === undefined ? undefined : (patterns[key] as JsonObject),
    );
  };

  it.each([
    ['maxMemory', 'Memory at most'],
    ['a.b+c', 'Part'],
    ['a.b+c/deep', 'Deep down'],
    ['a.b+c/git', 'From Git'],
    ['password', 'Password'],
    ['axb+c', undefined],
    ['notMaxMemory', undefined],
  ])('lets the review find the title of %s', (path, title) => {
    expect(find(path)?.title).toBe(title);
  });

  it('says nothing of the values, and keeps what hides them', () => {
    expect(JSON.stringify(page)).not.toMatch(/pattern"|minProperties|ui:field/);
    expect(page).toMatchObject({
      patternProperties: {
        '^password$': { 'ui:backstage': { review: { mask: '•' } } },
      },
    });
  });

  it('is nothing where there is one page', () => {
    expect(reviewTitles([])).toEqual({});
  });
});
