import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { condition } from '../__fixtures__/redisRequest';
import {
  cachePlacement,
  cacheWork,
  workerDestination,
} from '../__fixtures__/delivery';
import type { Json } from '../__fixtures__/json';
import {
  parseDestination,
  parseStateStore,
  parseWork,
  parseWorkPlacement,
} from '../kubernetes';
import type { Parsed } from '../model';
import { toEnglish } from '../wording';
import { describeDelivery } from './describeDelivery';
import { explainDelivery } from './explainDelivery';

function value<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) {
    throw new Error(parsed.problem.message);
  }
  return parsed.value;
}

const isWritten = condition(
  'WriteSucceeded',
  'True',
  'WorkloadsWrittenToStateStore',
);
const isPlaced = condition(
  'ScheduleSucceeded',
  'True',
  'ScheduledToDestination',
);

function store(conditions: Record<string, string>[], kind = 'GitStateStore') {
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind,
    metadata: { name: 'default' },
    spec: { url: 'https://user:secret@git.example.com/state.git', path: 'top' },
    status: { conditions },
  };
}

function explain(parts: {
  work?: Json;
  placements?: Json[];
  destinations?: Json[];
  stores?: Json[];
}) {
  const works = [value(parseWork(parts.work ?? cacheWork()))];
  return explainDelivery(
    {
      works,
      workPlacements: (parts.placements ?? [cachePlacement()]).map(json =>
        value(parseWorkPlacement(json)),
      ),
    },
    {
      destinations: parts.destinations?.map(json =>
        value(parseDestination(json)),
      ),
      stores: parts.stores?.map(json =>
        value(parseStateStore(json, 'GitStateStore')),
      ),
    },
  );
}

function reasonOf(parts: Parameters<typeof explain>[0]) {
  const reason = explain(parts).works[0]?.groups[0]?.reason;
  if (!reason) {
    throw new Error('No group');
  }
  return reason;
}

const storeFails = condition(
  'Ready',
  'False',
  'ErrorValidatingPermissions',
  'InvalidAccessKeyId',
);

describe('explainDelivery', () => {
  it.each([
    [
      'delivered',
      { stores: [store([condition('Ready', 'True', 'StateStoreReady')])] },
      'The files are in default, for worker-1.',
    ],
    [
      'notWrittenYet',
      { placements: [cachePlacement([isPlaced])] },
      'It belongs to worker-1; its files are being written.',
    ],
    [
      'writeFails',
      {
        placements: [
          cachePlacement([
            isPlaced,
            condition(
              'WriteSucceeded',
              'False',
              'WorkloadsFailedWrite',
              'AccessDenied',
            ),
          ]),
        ],
      },
      'Writing to default fails (AccessDenied).',
    ],
    [
      'selectorMismatch',
      {
        placements: [
          cachePlacement([
            isWritten,
            condition(
              'ScheduleSucceeded',
              'False',
              'DestinationSelectorMismatch',
            ),
          ]),
        ],
        destinations: [
          { ...workerDestination(), metadata: { name: 'worker-1' } },
        ],
      },
      'It was placed on worker-1, whose labels no longer match: environment=dev is missing. It stays there and is still written.',
    ],
    // The placement says that all is well, and is wrong (docs/kratix-observed.md).
    [
      'storeNotReady',
      { stores: [store([storeFails])] },
      'default cannot be used now: what was written before stays, changes wait (InvalidAccessKeyId).',
    ],
    [
      'storeNotReady',
      {
        placements: [cachePlacement([isPlaced])],
        stores: [store([storeFails])],
      },
      'default cannot be used now, so nothing is written (InvalidAccessKeyId).',
    ],
    [
      'destinationNotReady',
      {
        destinations: [
          {
            ...workerDestination(),
            status: {
              conditions: [condition('Ready', 'False', 'DestinationNotReady')],
            },
          },
        ],
      },
      'worker-1 is not ready: what was written before stays, changes wait.',
    ],
    [
      'destinationGone',
      { destinations: [] },
      'worker-1 does not exist any more.',
    ],
    [
      'placing',
      { placements: [], work: cacheWork([]) },
      'Finding where it belongs.',
    ],
    // A new Work says so for a moment (docs/kratix-observed.md, 25).
    [
      'placing',
      {
        placements: [],
        work: cacheWork([
          condition('ScheduleSucceeded', 'False', 'FailedToScheduleWorkloads'),
        ]),
      },
      'Finding where it belongs.',
    ],
  ])('says %s', (code, parts, sentence) => {
    const reason = reasonOf({
      destinations: [workerDestination()],
      ...parts,
    });

    expect(reason.code).toBe(code);
    expect(toEnglish(describeDelivery(reason).sentence)).toBe(sentence);
  });

  it('takes what is not known for no trouble', () => {
    expect(reasonOf({}).code).toBe('delivered');
    expect(explain({})).not.toHaveProperty('destinations');
  });

  it('names labels that nobody has, and the Destination that is nearest', () => {
    const work = cacheWork([
      condition('ScheduleSucceeded', 'False', 'UnscheduledWorkloads'),
    ]);
    const near = { ...workerDestination(), metadata: { name: 'near' } };

    const group = explain({ work, placements: [], destinations: [near] })
      .works[0]?.groups[0];

    expect(group?.reason).toMatchObject({
      code: 'noDestination',
      unmet: ['environment=dev'],
    });
    expect(group?.matches).toEqual([
      {
        name: 'near',
        isMatch: false,
        unmet: [{ key: 'environment', wanted: 'dev' }],
      },
    ]);
  });

  it('tells that a Destination matches before the platform has looked again', () => {
    const work = cacheWork([
      condition('ScheduleSucceeded', 'False', 'UnscheduledWorkloads'),
    ]);

    expect(
      reasonOf({ work, placements: [], destinations: [workerDestination()] }),
    ).toMatchObject({ code: 'matchFound', destination: 'worker-1' });
  });

  it('knows where files are in a Git store, and names the commit', () => {
    const { works } = explain({
      destinations: [workerDestination()],
      stores: [store([])],
    });

    expect(works[0]?.groups[0]?.placements[0]).toMatchObject({
      storePath:
        'top/worker-1/resources/team-a/redis/cache/instance-configure/5058f',
      commit: '3c1f0e',
    });
  });

  it('shows no credentials of a store', () => {
    const { stores } = explain({
      destinations: [workerDestination()],
      stores: [store([])],
    });

    expect(stores?.[0]?.location).toBe('https://git.example.com/state.git');
  });
});

/** What a real platform was seen to do: the objects at the end of a recorded story. */
function recorded(name: string): { works: Json[]; placements: Json[] } {
  const path = join(
    __dirname,
    '../../../../packages/contract/recordings',
    `${name}.yaml`,
  );
  const objects: Json[] = [];
  const collect = (node: unknown): void => {
    if (Array.isArray(node)) {
      node.forEach(collect);
    } else if (typeof node === 'object' && node !== null) {
      if ('kind' in node && 'metadata' in node) {
        objects.push(node as Json);
      }
      Object.values(node).forEach(collect);
    }
  };
  parseAllDocuments(readFileSync(path, 'utf8')).forEach(document =>
    collect(document.toJS()),
  );
  const ofKind = (kind: string) =>
    objects.filter(object => object.kind === kind).map(nameForReal);
  return { works: ofKind('Work'), placements: ofKind('WorkPlacement') };
}

/** Recordings have `<Work apply 1>` in place of random names. */
function nameForReal(object: Json): Json {
  const text = JSON.stringify(object).replace(/<([^>"]+)>/g, (_, inner) =>
    String(inner)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-'),
  );
  return JSON.parse(text);
}

describe('explainDelivery of what was recorded', () => {
  it('says of a request with nowhere to go which label nobody has', () => {
    const { works, placements } = recorded('no-destination');
    const delivery = explainDelivery(
      {
        works: works.map(json => value(parseWork(json))),
        workPlacements: placements.map(json => value(parseWorkPlacement(json))),
      },
      {
        destinations: [value(parseDestination(workerDestination()))],
        stores: [],
      },
    );

    const own = delivery.works.filter(({ pipeline }) => pipeline === 'apply');
    expect(own.length).toBeGreaterThan(0);
    expect(own.at(-1)?.groups[0]?.reason).toMatchObject({
      code: 'noDestination',
      unmet: ['environment=nowhere'],
    });
  });

  it('says of a store that refuses what it said', () => {
    const { placements } = recorded('store-refuses-writes');
    const reasons = placements
      .map(json => value(parseWorkPlacement(json)))
      .flatMap(placement =>
        explainDelivery(
          {
            works: [
              {
                ...value(parseWork(cacheWork())),
                name: placement.workName ?? '',
                groups: [
                  {
                    id: placement.groupId ?? '',
                    directory: '.',
                    destinationSelectors: [],
                    files: [],
                  },
                ],
              },
            ],
            workPlacements: [placement],
          },
          { destinations: undefined, stores: undefined },
        ).works.flatMap(({ groups }) => groups.map(({ reason }) => reason)),
      );

    expect(reasons.map(({ code }) => code)).toContain('writeFails');
  });
});
