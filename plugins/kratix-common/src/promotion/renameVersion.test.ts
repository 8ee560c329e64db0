import { renameVersion } from './renameVersion';

const rename = (url: string, from = 'v4', to = 'v5') =>
  renameVersion(url, from, to);

describe('renameVersion', () => {
  it.each([
    ['a folder', 'https://e.com/v4/redis.yaml', 'https://e.com/v5/redis.yaml'],
    ['a file', 'https://e.com/redis-v4.yaml', 'https://e.com/redis-v5.yaml'],
    [
      'both, as on a page of releases',
      'https://github.com/o/r/releases/download/v4/redis-v4.yaml',
      'https://github.com/o/r/releases/download/v5/redis-v5.yaml',
    ],
    ['a query', 'https://e.com/r?ref=v4&x=1', 'https://e.com/r?ref=v5&x=1'],
    ['a fragment', 'https://e.com/r.yaml#v4', 'https://e.com/r.yaml#v5'],
    [
      'the reference, not the API, of GitLab',
      'https://gitlab.com/api/v4/projects/7/repository/files/redis.yaml/raw?ref=v4',
      'https://gitlab.com/api/v4/projects/7/repository/files/redis.yaml/raw?ref=v5',
    ],
    [
      'an encoded path below an API',
      'https://gitlab.com/api/v4/projects/7/files/a%2Fv4%2Fb.yaml/raw',
      'https://gitlab.com/api/v4/projects/7/files/a%2Fv5%2Fb.yaml/raw',
    ],
    [
      'the folder, not the host nor the port',
      'https://v4:v4@v4.example.com:4/v4/x.yaml',
      'https://v4:v4@v4.example.com:4/v5/x.yaml',
    ],
    [
      'the value, not the name of a parameter',
      'https://e.com/x?v4=v4',
      'https://e.com/x?v4=v5',
    ],
    ['an archive', 'https://e.com/a_v4.tar.gz', 'https://e.com/a_v5.tar.gz'],
    ['a build', 'https://e.com/v4-linux.yaml', 'https://e.com/v5-linux.yaml'],
  ])('changes %s', (_, before, after) => {
    expect(rename(before)).toBe(after);
  });

  it.each([
    ['only the version of an API', 'https://e.com/api/v4/redis.yaml'],
    ['only a host', 'https://v4.example.com'],
    ['a longer version', 'https://e.com/v4.1/redis.yaml'],
    ['another number', 'https://e.com/v40/redis.yaml'],
    ['a longer word', 'https://e.com/rev4/redis-1v4.yaml'],
    ['its release candidate', 'https://e.com/v4-rc1/redis-v4.beta.yaml'],
    ['its build', 'https://e.com/v4+build.1/redis.yaml'],
    ['another case', 'https://e.com/V4/redis.yaml'],
    ['no address', 'redis/v4'],
    ['nothing', ''],
  ])('changes nothing where there is %s', (_, url) => {
    expect(rename(url)).toBe(url);
  });

  it.each([
    [
      'v1.0',
      'v1.1',
      'https://e.com/v1.0/x-v1.0.yaml',
      'https://e.com/v1.1/x-v1.1.yaml',
    ],
    [
      'v1.0',
      'v1.1',
      'https://e.com/v1.0.2/x.yaml',
      'https://e.com/v1.0.2/x.yaml',
    ],
    ['v1.0', 'v1.1', 'https://e.com/v1x0/x.yaml', 'https://e.com/v1x0/x.yaml'],
    ['1.2.3', '1.2.4', 'https://e.com/r@1.2.3', 'https://e.com/r@1.2.4'],
    ['1.2.3', '1.2.4', 'https://1.2.3.4/1.2.3/x', 'https://1.2.3.4/1.2.4/x'],
    [
      '1.0+a',
      '1.1+b',
      'https://e.com/1.0%2Ba/x?v=1.0+a',
      'https://e.com/1.1%2Bb/x?v=1.1+b',
    ],
    ['v1', '$&$1', 'https://e.com/v1/x', 'https://e.com/$&$1/x'],
    ['7', '8', 'https://e.com/redis/7/x.yaml', 'https://e.com/redis/8/x.yaml'],
    ['7', '8', 'https://e.com/x-7.yaml', 'https://e.com/x-7.yaml'],
    [
      '7',
      '8',
      'https://gitlab.com/api/v4/projects/7/raw?ref=7',
      'https://gitlab.com/api/v4/projects/7/raw?ref=7',
    ],
    ['', 'v1', 'https://e.com//x', 'https://e.com//x'],
  ])('from %j to %j: %s', (from, to, before, after) => {
    expect(rename(before, from, to)).toBe(after);
  });

  it('changes every part of a long address', () => {
    const url = (version: string) =>
      `https://e.com/${`${version}-`.repeat(50_000)}`;

    expect(rename(url('v4'))).toBe(url('v5'));
  });
});
