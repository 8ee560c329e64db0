import { platform } from '../../__fixtures__/platform';
import { aboutPage } from './aboutPage';

describe('aboutPage', () => {
  it('asks of the name what the CRD asks of it', () => {
    const page = aboutPage(
      {
        name: 'db',
        api: {
          schema: {
            properties: {
              metadata: {
                type: 'object',
                properties: {
                  name: {
                    type: 'string',
                    maxLength: 20,
                    pattern: '^db-[a-z]+$',
                  },
                },
              },
            },
          },
        },
      },
      platform,
    );

    expect(page.properties).toMatchObject({
      objname: { minLength: 1, maxLength: 20, pattern: '^db-[a-z]+$' },
    });
  });

  it('never allows a longer name than the portal can carry', () => {
    const name = { type: 'string', maxLength: 253 };
    const page = aboutPage(
      {
        name: 'db',
        api: {
          schema: { properties: { metadata: { properties: { name } } } },
        },
      },
      platform,
    );

    expect(page.properties).toMatchObject({ objname: { maxLength: 63 } });
  });
});
