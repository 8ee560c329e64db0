import { NotFoundError } from '@backstage/errors';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-common';
import { choosePlatform } from './choosePlatform';

const platform = (name: string) => ({ name } as Platform);

const serving = (...platforms: Platform[]) => ({
  platforms,
  platform(name: string) {
    const found = platforms.find(other => other.name === name);
    if (!found) {
      throw new NotFoundError(`There is no platform '${name}'`);
    }
    return found;
  },
});

describe('choosePlatform', () => {
  const dev = platform('dev');
  const prod = platform('prod');

  it('takes the one that is named', () => {
    expect(choosePlatform(serving(dev, prod), 'prod')).toBe(prod);
    expect(() => choosePlatform(serving(dev), 'prod')).toThrow(NotFoundError);
  });

  it('takes the only one when none is named', () => {
    expect(choosePlatform(serving(dev), undefined)).toBe(dev);
  });

  it('asks for a name when there are several', () => {
    expect(() => choosePlatform(serving(dev, prod), undefined)).toThrow(
      /name one of them as "platform"$/,
    );
  });

  it('says so when there is none', () => {
    expect(() => choosePlatform(serving(), undefined)).toThrow(
      /No platform is configured/,
    );
  });
});
