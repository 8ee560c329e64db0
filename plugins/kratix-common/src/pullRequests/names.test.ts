import { requestFilePath } from './requestFilePath';
import { isReviewOf, readReviewBranch, reviewBranch } from './reviewBranch';

const cache = {
  platform: 'dev',
  namespace: 'team-a',
  group: 'example.com',
  kind: 'Redis',
  name: 'cache',
};

describe('requestFilePath', () => {
  it('says where a manifest is kept', () => {
    expect(requestFilePath(cache, { path: 'orders/./live' })).toBe(
      'orders/live/dev/team-a/redis.example.com/cache.yaml',
    );
    expect(requestFilePath(cache, { path: '.' })).toBe(
      'dev/team-a/redis.example.com/cache.yaml',
    );
  });

  it('never gives two requests one file', () => {
    const names = [
      'a',
      'a.lock',
      'a-lock',
      'a'.repeat(200),
      `${'a'.repeat(199)}b`,
      'a..b',
      'a.b',
    ];

    const paths = names.map(name => requestFilePath({ ...cache, name }));

    expect(new Set(paths).size).toBe(names.length);
    expect(Math.max(...paths.map(path => path.length))).toBeLessThan(255);
  });

  it('lets no name out of its folder', () => {
    expect(
      requestFilePath({ ...cache, namespace: '..', name: '../../x' }),
    ).toMatch(
      /^dev\/x_[0-9a-f]{10}\/redis\.example\.com\/x_[0-9a-f]{10}\.yaml$/,
    );
  });
});

describe('reviewBranch', () => {
  it('is another for each task and operation, and the same for one that runs again', () => {
    const branch = reviewBranch(cache, 'create', '1');

    expect(branch).toMatch(
      /^kratix\/dev\/team-a\/redis\.example\.com\/cache\/create-[0-9a-f]{10}$/,
    );
    expect(reviewBranch(cache, 'create', '1')).toBe(branch);
    expect(reviewBranch(cache, 'create', '2')).not.toBe(branch);
    expect(reviewBranch(cache, 'change', '1')).not.toBe(branch);
  });

  it.each(['cache', 'a.lock', 'x'.repeat(253)])(
    'says which request is meant: %s',
    name => {
      const subject = { ...cache, name };

      const read = readReviewBranch(reviewBranch(subject, 'delete', '1'));

      expect(read).toMatchObject({ operation: 'delete', namespace: 'team-a' });
      expect(read && isReviewOf(read, subject)).toBe(true);
      expect(read && isReviewOf(read, { ...cache, name: 'other' })).toBe(false);
    },
  );

  it.each([
    'main',
    'kratix/dev',
    'kratix/dev/team-a/redis.example.com/cache/create-12',
    'kratix/dev/team-a/redis.example.com/cache/destroy-0123456789',
    'other/dev/team-a/redis.example.com/cache/create-0123456789',
  ])('leaves %s alone', branch => {
    expect(readReviewBranch(branch)).toBeUndefined();
  });
});
