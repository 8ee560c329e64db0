import { chooseKratixVersion, lastRelease } from './chooseKratixVersion';

const PINNED = 'v0.125.1-0.20260821082726-ae170e22e974';
const goMod = `module example.com/rig

go 1.26.0

// Why this one.
require github.com/syntasso/kratix ${PINNED}
`;

describe('chooseKratixVersion', () => {
  it.each([undefined, ''])('takes the pinned one when told %j', wanted => {
    expect(chooseKratixVersion(wanted, goMod)).toEqual({
      ok: true,
      value: { version: PINNED, pinned: PINNED, goMod },
    });
  });

  it('takes another one, and asks for it', () => {
    const chosen = chooseKratixVersion('v0.125.0', goMod);

    expect(chosen).toEqual({
      ok: true,
      value: {
        version: 'v0.125.0',
        pinned: PINNED,
        goMod: goMod.replace(PINNED, 'v0.125.0'),
      },
    });
  });

  it.each(['latest', 'main', 'ae170e22', '0.125.0', 'v1.0.0\nreplace a => b'])(
    'refuses %j, which may be another one tomorrow or none at all',
    wanted => {
      const chosen = chooseKratixVersion(wanted, goMod);

      expect(chosen.ok ? undefined : chosen.problem).toContain(
        'such as v0.125.0 or v0.125.1-0.20260821082726-ae170e22e974',
      );
    },
  );
});

describe('lastRelease', () => {
  it.each([
    [PINNED, 'v0.125.0'],
    ['v1.2.3', 'v1.2.3'],
    ['v1.2.3-rc.1', 'v1.2.3-rc.1'],
  ])('of %s is %s', (version, release) => {
    expect(lastRelease(version)).toBe(release);
  });
});
