import { hideSecrets } from './hideSecrets';

const password = { type: 'string', format: 'password' };
const api = {
  schema: {
    properties: {
      spec: {
        properties: {
          pw: password,
          pins: { type: 'array', items: password },
          admin: { properties: { pw: password } },
          note: { type: 'string' },
        },
      },
    },
  },
};
const spec = { pw: 'p1', pins: ['p2'], admin: { pw: 'p3' }, note: 'n' };

describe('hideSecrets', () => {
  it('tells no secret, and all else', () => {
    expect(hideSecrets(api, spec)).toEqual({
      pw: '••••••',
      pins: '••••••',
      admin: { pw: '••••••' },
      note: 'n',
    });
  });

  it('tells which secret is another one than before', () => {
    const before = { ...spec, admin: { pw: 'other' } };

    expect(hideSecrets(api, spec, before)).toEqual({
      pw: '••••••',
      pins: '••••••',
      admin: { pw: '•••••• (changed)' },
      note: 'n',
    });
  });
});
