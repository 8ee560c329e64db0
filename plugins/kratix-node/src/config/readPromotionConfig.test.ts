import { ConfigReader } from '@backstage/config';
import { readPromotionConfig } from './readPromotionConfig';

const root = new ConfigReader({
  integrations: { gitea: [{ host: 'git.example.org' }] },
});
const read = (data: object) =>
  readPromotionConfig(
    new ConfigReader({ ...data }),
    'kratix.platforms[0]',
    root,
  );
const repository = { host: 'git.example.org', owner: 'acme', repo: 'platform' };

describe('readPromotionConfig', () => {
  it('brings nothing where nothing is said, whatever is said of orders', () => {
    expect(read({ delivery: { repository } })).toBeUndefined();
  });

  it('takes pull requests unless told otherwise', () => {
    expect(read({ promotion: { repository } })).toEqual({
      mode: 'pull-request',
      repository: { ...repository, forge: 'gitea', path: '.', branch: 'main' },
    });
    expect(read({ promotion: { mode: 'apply' } })).toEqual({ mode: 'apply' });
  });

  it.each([
    [{ promotion: { mode: 'push' } }, 'kratix.platforms[0].promotion.mode'],
    [{ promotion: {} }, 'kratix.platforms[0].promotion.repository'],
    [
      { promotion: { mode: 'pull-request' } },
      'kratix.platforms[0].promotion.repository',
    ],
    [
      { promotion: { repository: { ...repository, path: '../x' } } },
      'kratix.platforms[0].promotion.repository.path',
    ],
    [
      { promotion: { repository: { ...repository, host: 'other.org' } } },
      'kratix.platforms[0].promotion.repository.host',
    ],
  ])('refuses %j', (data, key) => {
    expect(() => read(data)).toThrow(key);
  });
});
