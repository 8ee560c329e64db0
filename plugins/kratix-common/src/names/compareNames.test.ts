import { compareNames } from './compareNames';

describe('compareNames', () => {
  it.each([
    ['numbers by their size', ['bulk-1', 'bulk-2', 'bulk-10', 'bulk-100']],
    ['versions', ['v0.9.0', 'v0.9.1', 'v0.10.0']],
    ['whatever their case and accents', ['alpha', 'Älter', 'Beta']],
    ['times', ['2026-08-20T09:59:59Z', '2026-08-20T10:00:00Z']],
    ['what has none first', ['', 'b']],
  ])('sorts %s', (_, names) => {
    expect([...names].reverse().sort(compareNames)).toEqual(names);
  });
});
