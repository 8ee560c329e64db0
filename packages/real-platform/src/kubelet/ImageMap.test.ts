import { buildCommandLine } from './ImageMap';

describe('buildCommandLine', () => {
  const image = {
    entrypoint: ['/entry', 'first'],
    programs: { '/bin/tool': '/host/tool' },
  };

  it.each([
    [{}, ['/entry', 'first']],
    [{ args: ['x'] }, ['/entry', 'first', 'x']],
    [{ command: ['/bin/tool'], args: ['x'] }, ['/host/tool', 'x']],
    [{ command: ['sh', '-c'], args: ['true'] }, ['sh', '-c', 'true']],
  ])('runs %j as %j', (container, words) => {
    expect(buildCommandLine(image, container)).toEqual(words);
  });
});
