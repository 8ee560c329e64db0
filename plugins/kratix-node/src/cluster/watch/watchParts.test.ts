import type { CollectionEvent } from './CollectionEvent';
import { KubernetesError } from '../failures/KubernetesError';
import { watchParts } from './watchParts';

type Item = { readonly key: string };

const forbidden = new KubernetesError('forbidden', 'not you');
const item = (key: string): Item => ({ key });
const synced = (...keys: string[]): CollectionEvent<Item> => ({
  type: 'synced',
  items: keys.map(item),
});
const connected = { type: 'connected' } as const;
const confirmed = { type: 'confirmed' } as const;
const lost = { type: 'lost', error: forbidden } as const;
const upserted = (key: string) =>
  ({ type: 'upserted', item: item(key) } as const);
const removed = (key: string) =>
  ({ type: 'removed', item: item(key) } as const);

describe('watchParts', () => {
  it.each<[string, [number, CollectionEvent<Item>][], string[]]>([
    [
      'is unknown until each part is known, then knows all of them',
      [
        [0, synced('a/1')],
        [0, connected],
        [0, upserted('a/2')],
        [1, synced('b/1')],
        [1, connected],
      ],
      ['synced a/1 a/2 b/1', 'connected'],
    ],
    [
      'tells what happens in each part',
      [
        [0, synced()],
        [1, synced()],
        [1, upserted('b/1')],
        [0, upserted('a/1')],
        [1, removed('b/1')],
        [0, confirmed],
      ],
      ['synced', 'upserted b/1', 'upserted a/1', 'removed b/1', 'confirmed'],
    ],
    [
      'keeps the others when one part is listed again',
      [
        [0, synced('a/1')],
        [1, synced('b/1')],
        [1, upserted('b/2')],
        [0, synced('a/2')],
      ],
      ['synced a/1 b/1', 'upserted b/2', 'synced a/2 b/1 b/2'],
    ],
    [
      'is unknown while one part has never been readable, and says why',
      [
        [0, synced('a/1')],
        [0, connected],
        [1, lost],
        [0, confirmed],
      ],
      ['lost forbidden'],
    ],
    [
      'is not well again before each part is',
      [
        [0, synced('a/1')],
        [1, synced('b/1')],
        [1, lost],
        [0, synced('a/2')],
        [0, connected],
        [0, confirmed],
        [1, connected],
      ],
      [
        'synced a/1 b/1',
        'lost forbidden',
        'synced a/2 b/1',
        'lost forbidden',
        'connected',
      ],
    ],
  ])('%s', async (_, script, expected) => {
    expect(await play(script)).toEqual(expected);
  });

  it('fails when a part fails', async () => {
    const broken = (async function* fail(): AsyncGenerator<
      CollectionEvent<Item>,
      void,
      undefined
    > {
      yield connected;
      throw new Error('a mistake');
    })();
    const merged = watchParts([broken]);

    await expect(
      (async () => {
        for await (const event of merged) {
          expect(event).toBeDefined();
        }
      })(),
    ).rejects.toThrow('a mistake');
  });
});

/** Lets the parts tell their events in the order of the script. */
async function play(
  script: [number, CollectionEvent<Item>][],
): Promise<string[]> {
  const turns = [0, 1].map(part => tellInTurn(script, part));
  const told: string[] = [];
  for await (const event of watchParts(turns)) {
    told.push(describeEvent(event));
  }
  return told;
}

async function* tellInTurn(
  script: [number, CollectionEvent<Item>][],
  part: number,
): AsyncGenerator<CollectionEvent<Item>, void, undefined> {
  for (const [turn, [teller, event]] of script.entries()) {
    if (teller === part) {
      yield event;
    }
    // Each turn lets everything that waits run, so that the parts keep to the order of the script.
    await new Promise(resolve => setImmediate(resolve, turn));
  }
}

function describeEvent(event: CollectionEvent<Item>): string {
  switch (event.type) {
    case 'synced':
      return ['synced', ...event.items.map(({ key }) => key)].join(' ');
    case 'upserted':
    case 'removed':
      return `${event.type} ${event.item.key}`;
    case 'lost':
      return `lost ${event.error.failure}`;
    default:
      return event.type;
  }
}
