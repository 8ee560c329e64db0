import { workerDestination } from '../__fixtures__/delivery';
import { parseDestination } from '../kubernetes';
import type { Destination } from '../model';
import { matchDestinations } from './matchDestinations';

function destination(
  name: string,
  labels: Record<string, string>,
  strictMatchLabels = false,
): Destination {
  const parsed = parseDestination({
    ...workerDestination(),
    metadata: { name, labels },
    spec: { path: name, strictMatchLabels },
  });
  if (!parsed.ok) {
    throw new Error(parsed.problem.message);
  }
  return parsed.value;
}

describe('matchDestinations', () => {
  it('puts those that match first, then the nearest', () => {
    const matches = matchDestinations(
      [
        { key: 'environment', value: 'prod' },
        { key: 'zone', value: 'a' },
      ],
      [
        destination('far', { environment: 'dev' }),
        destination('near', { environment: 'prod', zone: 'b' }),
        destination('right', { environment: 'prod', zone: 'a', more: 'x' }),
      ],
    );

    expect(matches.map(({ name, isMatch }) => [name, isMatch])).toEqual([
      ['right', true],
      ['near', false],
      ['far', false],
    ]);
    expect(matches[1]?.unmet).toEqual([
      { key: 'zone', wanted: 'a', actual: 'b' },
    ]);
  });

  it.each([
    [
      'strict with labels, and nothing is asked for',
      { a: 'b' },
      true,
      'strict',
    ],
    ['for previews', { 'kratix.io/dry-run': 'true' }, false, 'previewsOnly'],
    ['strict without labels', {}, true, undefined],
  ])('sees a Destination that is %s', (_, labels, isStrict, obstacle) => {
    const [match] = matchDestinations([], [destination('d', labels, isStrict)]);

    expect(match?.obstacle).toBe(obstacle);
    expect(match?.isMatch).toBe(obstacle === undefined);
  });

  it('is not misled by labels that are called like methods', () => {
    const [match] = matchDestinations(
      [{ key: 'constructor', value: 'x' }],
      [destination('d', {})],
    );

    expect(match?.unmet).toEqual([{ key: 'constructor', wanted: 'x' }]);
  });
});
