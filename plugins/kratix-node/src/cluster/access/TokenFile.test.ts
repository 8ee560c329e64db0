import { createMockDirectory } from '@backstage/backend-test-utils';
import { TokenFile } from './TokenFile';

describe('TokenFile', () => {
  const directory = createMockDirectory();
  const time = { ms: 0 };

  beforeEach(() => {
    time.ms = 0;
    jest.spyOn(Date, 'now').mockImplementation(() => time.ms);
    directory.setContent({ token: 'first\n' });
  });

  afterEach(() => jest.restoreAllMocks());

  function open() {
    const told: (string | undefined)[] = [];
    const file = new TokenFile(directory.resolve('token'), problem =>
      told.push(problem),
    );
    return { file, told };
  }

  it('reads again after a minute, and not before', async () => {
    const { file, told } = open();

    expect(await file.read()).toBe('first');
    directory.setContent({ token: 'second' });
    time.ms = 60_000;
    expect(await file.read()).toBe('first');
    time.ms = 60_001;
    expect(await file.read()).toBe('second');
    expect(told).toEqual([]);
  });

  // Rotation by removing and writing again failed every request in between.
  it.each<[string, Record<string, string>, RegExp]>([
    ['is missing', {}, /token cannot be read \(ENOENT\)/],
    ['is empty', { token: '\n' }, /token holds no token/],
  ])(
    'goes on with the token that it knows while the file %s, and says so once',
    async (_, content, problem) => {
      const { file, told } = open();
      await file.read();
      directory.setContent(content);
      time.ms = 61_000;

      expect(await Promise.all([file.read(), file.read()])).toEqual([
        'first',
        'first',
      ]);
      time.ms = 200_000;
      expect(await file.read()).toBe('first');
      expect(told).toEqual([expect.stringMatching(problem)]);
    },
  );

  it('takes the new token as soon as it is there', async () => {
    const { file, told } = open();
    await file.read();
    directory.setContent({});
    time.ms = 61_000;
    await file.read();
    directory.setContent({ token: 'second' });
    time.ms = 61_001;

    expect(await file.read()).toBe('second');
    expect(told).toEqual([expect.any(String), undefined]);
  });

  it.each<[string, Record<string, string>]>([
    ['is missing', {}],
    ['is empty', { token: '' }],
  ])(
    'fails where the file %s and there never was a token',
    async (_, content) => {
      directory.setContent(content);
      const { file, told } = open();

      await expect(file.read()).rejects.toMatchObject({
        failure: 'misconfigured',
      });
      directory.setContent({ token: 'there' });
      expect(await file.read()).toBe('there');
      expect(told).toEqual([]);
    },
  );
});
