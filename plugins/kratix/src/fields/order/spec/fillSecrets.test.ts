import { fillSecrets } from './fillSecrets';

const standing = {
  spec: { password: 'p1', admin: { pw: 'p2', name: 'ana' }, note: 'before' },
  secretPaths: ['password', 'admin.pw', 'gone'],
};

describe('fillSecrets', () => {
  it('fills in secrets, and nothing else', () => {
    expect(fillSecrets({ admin: {} }, standing)).toEqual({
      password: 'p1',
      admin: { pw: 'p2' },
    });
  });

  it('leaves what somebody gave', () => {
    const values = { password: 'new', admin: { pw: 'new' } };

    expect(fillSecrets(values, standing)).toBe(values);
  });

  it('does not bring back an object that was taken out', () => {
    expect(fillSecrets({ password: '' }, standing)).toEqual({ password: '' });
  });
});
