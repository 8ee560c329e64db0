import { readLastOperation, writeLastOperation } from './lastOperation';

const operation = {
  name: 'pause',
  by: 'user:default/ana',
  at: '2026-08-21T10:00:00.000Z',
  note: 'Holiday',
} as const;

describe('lastOperation', () => {
  it('is read back as it was written', () => {
    expect(readLastOperation(writeLastOperation(operation))).toEqual(operation);
  });

  it.each([
    undefined,
    '',
    '{',
    '[]',
    '{"name":"pause"}',
    '{"name":"explode","at":"2026-08-21T10:00:00Z"}',
    '{"name":"pause","at":"soon"}',
  ])('is nothing where somebody else wrote %j', text => {
    expect(
      readLastOperation(
        text === undefined ? {} : { 'kratix-portal.io/last-operation': text },
      ),
    ).toBeUndefined();
  });
});
