import { normalise } from './normalise';

describe('normalise', () => {
  it.each([
    [{ resourceVersion: '284' }, { resourceVersion: '<version>' }],
    [{ resourceVersion: '0' }, { resourceVersion: '0' }],
    [{ generation: 3 }, { generation: 3 }],
    [
      'the UID in record (dd229c38-8af6-4441-bff1-b67da8ef62f7)',
      'the UID in record (<uid>)',
    ],
    [['2026-11-21T01:31:44Z'], ['<time>']],
    [{ continue: 'eyJ2IjoibWV0YSJ9' }, { continue: '<continue>' }],
    [{ continue: '' }, { continue: '' }],
    [{ cells: ['one', '3m', null] }, { cells: ['one', '<age>', null] }],
  ])('turns %j into %j', (given, expected) => {
    expect(normalise(given)).toEqual(expected);
  });

  it('takes several causes in any order', () => {
    const status = (causes: string[]) => ({
      kind: 'Status',
      message: `Database "x" is invalid: [${causes.join(', ')}]`,
      details: { causes: causes.map(field => ({ field })) },
    });

    expect(normalise(status(['spec.b', 'spec.a']))).toEqual(
      normalise(status(['spec.a', 'spec.b'])),
    );
    expect(normalise(status(['spec.b', 'spec.a']))).not.toEqual(
      normalise(status(['spec.a', 'spec.c'])),
    );
  });
});
