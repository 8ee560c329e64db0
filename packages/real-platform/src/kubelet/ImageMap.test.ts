import { buildCommandLine } from './ImageMap';

describe('buildCommandLine', () => {
  const image = { entrypoint: ['/entry', 'first'] };

  it.each([
    [{}, ['/entry', 'first']],
    [{ args: ['x'] }, ['/entry', 'first', 'x']],
    [{ command: ['sh', '-c'], args: ['true'] }, ['sh', '-c', 'true']],
  ])('runs %j as %j', (container, words) => {
    expect(buildCommandLine(image, container)).toEqual(words);
  });

  it('refuses a container that nobody says what to run of', () => {
    expect(() => buildCommandLine({ entrypoint: [] }, {})).toThrow(
      'neither the container nor its image says what to run',
    );
  });
});
