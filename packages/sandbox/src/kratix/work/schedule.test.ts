import type { SchedulableDestination } from './schedule';
import { groupSelector, matchingDestinations, placeGroup } from './schedule';

function destination(
  name: string,
  labels: Record<string, string>,
  extra: Partial<SchedulableDestination> = {},
): SchedulableDestination {
  return { name, labels, isStrict: false, isDeleting: false, ...extra };
}

const destinations = [
  destination('dev', { environment: 'dev' }),
  destination('prod', { environment: 'prod', region: 'eu' }),
  destination('strict', { environment: 'dev' }, { isStrict: true }),
  destination('bare', {}, { isStrict: true }),
  destination('going', { environment: 'dev' }, { isDeleting: true }),
  destination('preview', { 'kratix.io/dry-run': 'true' }),
];

describe('groupSelector', () => {
  it('merges key by key; the Promise wins over its workflow, that over the request', () => {
    expect(
      groupSelector(
        [
          { source: 'promise', matchLabels: { a: 'promise' } },
          {
            source: 'resource-workflow',
            matchLabels: { a: 'r', b: 'r', c: 'r' },
          },
          { source: 'promise-workflow', matchLabels: { a: 'w', b: 'w' } },
        ],
        false,
      ),
    ).toEqual({ a: 'promise', b: 'w', c: 'r' });
  });
});

describe('matchingDestinations', () => {
  it.each([
    [{ environment: 'dev' }, ['dev', 'strict']],
    [{ environment: 'prod', region: 'eu' }, ['prod']],
    [{ environment: 'prod', region: 'us' }, []],
    [{}, ['dev', 'prod', 'bare']],
    [{ 'kratix.io/dry-run': 'true' }, ['preview']],
  ])('%j goes to %j', (selector, expected) => {
    expect(matchingDestinations(destinations, selector)).toEqual(expected);
  });
});

describe('placeGroup', () => {
  const place = (options: Partial<Parameters<typeof placeGroup>[0]>) =>
    Object.fromEntries(
      placeGroup({
        isRequest: true,
        matching: ['a', 'b'],
        existing: [],
        fraction: 0.6,
        ...options,
      }).targets,
    );

  it.each([
    ['a request goes to one', {}, { b: false }],
    ['a request stays where it is', { existing: ['a'] }, { a: false }],
    [
      'a request is misplaced, never moved',
      { existing: ['old'] },
      { old: true },
    ],
    ['nothing matches', { matching: [] }, {}],
    ['a Promise goes to all', { isRequest: false }, { a: false, b: false }],
    [
      'a Promise is misplaced beside the others',
      { isRequest: false, existing: ['a', 'old'] },
      { a: false, b: false, old: true },
    ],
  ])('%s', (_, options, expected) => {
    expect(place(options)).toEqual(expected);
  });
});
