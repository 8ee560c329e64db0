import type { Parsed } from '@kratix-portal/backstage-plugin-kratix-common';
import { unknownCollection, type CollectionState } from './CollectionState';
import { foldWatchEvents, type WatchEvent } from './foldWatchEvents';
import type { Observed } from './Observed';

interface Thing {
  readonly label: string;
}

const context = { platform: 'dev', kind: 'Thing', now: '2026-01-01T00:00:00Z' };
const later = { ...context, now: '2026-01-01T00:01:00Z' };

function thing(
  name: string,
  resourceVersion = '1',
  parsed?: Parsed<Thing>,
): Observed<Thing> {
  return {
    key: `team-a/${name}`,
    name,
    namespace: 'team-a',
    resourceVersion,
    parsed: parsed ?? {
      ok: true,
      value: { label: `${name}@${resourceVersion}` },
      problems: [],
    },
  };
}

const broken: Parsed<Thing> = {
  ok: false,
  problem: { code: 'broken', message: 'It is broken.' },
};

const unreachable = {
  reason: 'unreachable',
  message: 'Nothing listens there.',
  since: '2026-01-01T00:00:30Z',
} as const;

function synced(...items: Observed<Thing>[]): CollectionState<Thing> {
  return fold(unknownCollection, { type: 'synced', items }).state;
}

function fold(state: CollectionState<Thing>, ...events: WatchEvent<Thing>[]) {
  return foldWatchEvents(state, events, later);
}

function labels(state: CollectionState<Thing>): string[] | undefined {
  return state.collection.state === 'synced'
    ? state.collection.items.map(({ label }) => label)
    : undefined;
}

describe('foldWatchEvents', () => {
  it.each<[string, WatchEvent<Thing>[]]>([
    ['nothing', []],
    ['a connection', [{ type: 'connected' }]],
    ['a single object', [{ type: 'upserted', item: thing('a') }]],
    ['a removal', [{ type: 'removed', item: thing('a') }]],
    ['a bookmark', [{ type: 'confirmed' }]],
  ])('stays unknown after %s', (_, events) => {
    expect(fold(unknownCollection, ...events).state).toEqual({
      collection: { state: 'unknown' },
      problems: [],
    });
  });

  it('is synced and empty after an empty list', () => {
    expect(
      fold(unknownCollection, { type: 'synced', items: [] }),
    ).toMatchObject({
      state: {
        collection: { state: 'synced', items: [], confirmedAt: later.now },
      },
      changed: [],
    });
  });

  it('says why it is unknown', () => {
    const { state } = fold(unknownCollection, {
      type: 'lost',
      problem: unreachable,
    });

    expect(state.collection).toEqual({
      state: 'unknown',
      problem: unreachable,
    });
  });

  it.each<[string, WatchEvent<Thing>[], string[], string[]]>([
    [
      'an added object',
      [{ type: 'upserted', item: thing('c') }],
      ['a@1', 'b@1', 'c@1'],
      ['c'],
    ],
    [
      'a changed object',
      [{ type: 'upserted', item: thing('a', '2') }],
      ['a@2', 'b@1'],
      ['a'],
    ],
    [
      'an object that is sent again unchanged',
      [{ type: 'upserted', item: thing('a') }],
      ['a@1', 'b@1'],
      [],
    ],
    [
      'a removed object',
      [{ type: 'removed', item: thing('a') }],
      ['b@1'],
      ['a'],
    ],
    [
      'the removal of what is not there',
      [{ type: 'removed', item: thing('x') }],
      ['a@1', 'b@1'],
      [],
    ],
    [
      'a list that lacks one, changes one and adds one',
      [{ type: 'synced', items: [thing('b', '2'), thing('c')] }],
      ['b@2', 'c@1'],
      ['a', 'b', 'c'],
    ],
    [
      'an object that comes and goes within one batch',
      [
        { type: 'upserted', item: thing('c') },
        { type: 'removed', item: thing('c', '2') },
      ],
      ['a@1', 'b@1'],
      ['c'],
    ],
  ])('folds %s', (_, events, expected, changed) => {
    const result = fold(synced(thing('a'), thing('b')), ...events);

    expect(labels(result.state)).toEqual(expected);
    expect(result.changed.map(({ name }) => name)).toEqual(changed);
  });

  it('keeps what it knew when the connection is lost, and says since when', () => {
    const before = synced(thing('a'));

    const lost = fold(before, { type: 'lost', problem: unreachable }).state;
    const still = fold(lost, {
      type: 'lost',
      problem: { ...unreachable, since: later.now },
    }).state;

    expect(labels(lost)).toEqual(['a@1']);
    expect(lost.collection.problem).toEqual(unreachable);
    expect(still).toBe(lost);
    expect(fold(lost, { type: 'connected' }).state.collection).toEqual(
      before.collection,
    );
  });

  it('keeps the time of the first loss when only the words change', () => {
    const lost = fold(synced(), { type: 'lost', problem: unreachable }).state;

    const { state } = fold(lost, {
      type: 'lost',
      problem: { ...unreachable, message: 'Other words.', since: later.now },
    });

    expect(state.collection.problem).toEqual({
      ...unreachable,
      message: 'Other words.',
    });
  });

  it('shares what did not change', () => {
    const before = synced(thing('a'), thing('b'));

    const again = fold(before, {
      type: 'synced',
      items: [thing('a'), thing('b', '2')],
    }).state;
    const confirmed = foldWatchEvents(before, [{ type: 'confirmed' }], {
      ...context,
      now: '2026-01-01T00:02:00Z',
    }).state;

    expect(itemsOf(again)[0]).toBe(itemsOf(before)[0]);
    expect(itemsOf(confirmed)).toBe(itemsOf(before));
    expect(confirmed.collection).toMatchObject({
      confirmedAt: '2026-01-01T00:02:00Z',
    });
    expect(fold(before).state).toBe(before);
  });

  it('lets one bad object cost only itself, and counts its problem', () => {
    const { state, newProblems } = fold(unknownCollection, {
      type: 'synced',
      items: [thing('a'), thing('bad', '7', broken)],
    });

    const problem = {
      code: 'broken',
      message: 'It is broken.',
      platform: 'dev',
      kind: 'Thing',
      namespace: 'team-a',
      name: 'bad',
      resourceVersion: '7',
    };
    expect(labels(state)).toEqual(['a@1']);
    expect(state.problems).toEqual([problem]);
    expect(newProblems).toEqual([problem]);
  });

  it('reports a problem once, and again only after it was gone', () => {
    const before = synced(thing('bad', '7', broken));

    const same = fold(before, {
      type: 'upserted',
      item: thing('bad', '8', broken),
    });
    const well = fold(same.state, {
      type: 'upserted',
      item: thing('bad', '9'),
    });
    const again = fold(well.state, {
      type: 'upserted',
      item: thing('bad', '10', broken),
    });

    expect(same.newProblems).toEqual([]);
    expect(same.state.problems).toHaveLength(1);
    expect(well.state.problems).toEqual([]);
    expect(again.newProblems).toHaveLength(1);
  });

  it('always agrees with a plain map, whatever comes in whatever batches', () => {
    const random = seededRandom(42);
    const model = new Map<string, string>();
    let state: CollectionState<Thing> = synced();
    for (let batch = 0; batch < 300; batch += 1) {
      const events: WatchEvent<Thing>[] = [];
      for (let count = 0; count < random() * 6; count += 1) {
        events.push(randomEvent(random, model, String(batch * 10 + count)));
      }

      state = fold(state, ...events).state;

      expect([...(labels(state) ?? [])].sort()).toEqual(
        [...model].map(([name, version]) => `${name}@${version}`).sort(),
      );
    }
  });
});

function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

function randomEvent(
  random: () => number,
  model: Map<string, string>,
  version: string,
): WatchEvent<Thing> {
  const name = `thing-${Math.floor(random() * 12)}`;
  const dice = random();
  if (dice < 0.55) {
    model.set(name, version);
    return { type: 'upserted', item: thing(name, version) };
  }
  if (dice < 0.9) {
    model.delete(name);
    return { type: 'removed', item: thing(name, version) };
  }
  model.delete(name);
  return {
    type: 'synced',
    items: [...model].reverse().map(([key, value]) => thing(key, value)),
  };
}

function itemsOf(state: CollectionState<Thing>): readonly Thing[] {
  return state.collection.state === 'synced' ? state.collection.items : [];
}
