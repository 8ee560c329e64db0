import { toLabelCommand } from './toLabelCommand';

const noDestination = { code: 'noDestination' } as const;
const lacking = (wanted: string, name = 'dev') => ({
  name,
  isMatch: false,
  unmet: [{ key: 'zone', wanted }],
});

describe('toLabelCommand', () => {
  it('labels the nearest Destination that may be labelled', () => {
    expect(
      toLabelCommand(noDestination, [
        { ...lacking('a', 'previews'), obstacle: 'previewsOnly' },
        lacking('a'),
      ]),
    ).toEqual({
      destination: 'dev',
      command: 'kubectl label destination dev zone=a',
    });
  });

  it.each(['a; rm -rf /', '$(x)', 'a b', '`x`'])(
    'gives nobody %j to paste',
    value => {
      expect(toLabelCommand(noDestination, [lacking(value)])).toBeUndefined();
    },
  );

  it('has none for anything else', () => {
    expect(
      toLabelCommand({ code: 'writeFails' }, [lacking('a')]),
    ).toBeUndefined();
    expect(toLabelCommand(noDestination, undefined)).toBeUndefined();
  });
});
