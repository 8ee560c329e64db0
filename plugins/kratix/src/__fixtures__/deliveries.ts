import type {
  DeliveryFileResponse,
  DeliveryGroup,
  DeliveryReason,
  DeliveryResponse,
  DestinationsResponse,
  DestinationSummary,
  EventsResponse,
  Readiness,
  StateStoreSummary,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fetched } from '../api';

const minute = 60_000;

const storeTrouble =
  'Error validating state store permissions: write permission validation failed: InvalidAccessKeyId';

const isReady = (since: string): Readiness => ({ state: 'ready', since });

/** A Destination as the backend tells of it. */
export function aDestination(
  name: string,
  parts: Partial<DestinationSummary> = {},
): DestinationSummary {
  return {
    name,
    labels: { environment: name.split('-')[0] ?? name },
    path: name,
    isStrict: false,
    isForPreviews: false,
    store: { kind: 'BucketStateStore', name: 'default' },
    readiness: { state: 'ready' },
    ...parts,
  };
}

/** A state store likewise. */
export function aStore(
  name: string,
  parts: Partial<StateStoreSummary> = {},
): StateStoreSummary {
  return {
    kind: 'BucketStateStore',
    name,
    location: `minio.platform.svc:9000/${name}`,
    readiness: { state: 'ready' },
    ...parts,
  };
}

/** One part of a Work, which went to `dev-1` unless told otherwise. */
export function aGroup(
  reason: DeliveryReason,
  parts: Partial<DeliveryGroup> = {},
): DeliveryGroup {
  return {
    id: '5058f1af8388633f609cadb75a75dc9d',
    directory: '.',
    reason,
    selectors: [
      { key: 'environment', value: 'dev', source: 'promise', overruled: [] },
    ],
    files: ['namespace.yaml', 'database/cluster.yaml', 'logo.png'],
    filesTotal: 3,
    placements: reason.destination
      ? [
          {
            name: `work.${reason.destination}-5058f`,
            destination: reason.destination,
            reason,
            storePath: `${reason.destination}/resources/team-a/redis/cache/apply/5058f`,
            conditions: [],
          },
        ]
      : [],
    matches: [
      { name: 'dev-1', isMatch: true, unmet: [] },
      {
        name: 'prod-1',
        isMatch: false,
        unmet: [{ key: 'environment', wanted: 'dev', actual: 'prod' }],
      },
    ],
    ...parts,
  };
}

function aDelivery(
  nowMs: number,
  groups: DeliveryGroup[],
  parts: Partial<DeliveryResponse> = {},
): DeliveryResponse {
  return {
    works: [
      {
        name: 'redis-cache-apply-1f3a9',
        namespace: 'team-a',
        pipeline: 'apply',
        type: 'resource',
        createdAt: new Date(nowMs - 20 * minute).toISOString(),
        groups,
        conditions: [],
      },
    ],
    destinations: [aDestination('dev-1'), aDestination('prod-1')],
    stores: [aStore('default')],
    isComplete: true,
    readAt: new Date(nowMs).toISOString(),
    ...parts,
  };
}

/** Each state that a delivery can be in, by name. */
export function deliveryStates(
  nowMs: number,
): { id: string; answer?: Fetched<DeliveryResponse> }[] {
  const since = new Date(nowMs - 12 * minute).toISOString();
  const known = (value: DeliveryResponse) => ({ ok: true as const, value });
  const target = { destination: 'dev-1', store: 'default', since };
  const alone = (reason: DeliveryReason, parts?: Partial<DeliveryGroup>) =>
    known(aDelivery(nowMs, [aGroup(reason, parts)]));
  return [
    { id: 'loading' },
    { id: 'nothing', answer: known(aDelivery(nowMs, [], { works: [] })) },
    { id: 'delivered', answer: alone({ ...target, code: 'delivered' }) },
    { id: 'not-written', answer: alone({ ...target, code: 'notWrittenYet' }) },
    {
      id: 'nowhere',
      answer: alone(
        { code: 'noDestination', unmet: ['environment=moon'], since },
        {
          selectors: [
            {
              key: 'environment',
              value: 'moon',
              source: 'promise',
              overruled: [{ value: 'dev', source: 'resource-workflow' }],
            },
            {
              key: 'zone',
              value: 'a',
              source: 'resource-workflow',
              overruled: [],
            },
          ],
          matches: [
            {
              name: 'dev-1',
              isMatch: false,
              unmet: [
                { key: 'environment', wanted: 'moon', actual: 'dev' },
                { key: 'zone', wanted: 'a' },
              ],
            },
          ],
        },
      ),
    },
    {
      id: 'misplaced',
      answer: alone({
        ...target,
        code: 'selectorMismatch',
        unmet: ['environment=dev'],
      }),
    },
    {
      id: 'write-fails',
      answer: alone({ ...target, code: 'writeFails', message: 'AccessDenied' }),
    },
    {
      id: 'store-not-ready',
      answer: known(
        aDelivery(
          nowMs,
          [
            aGroup({
              ...target,
              code: 'storeNotReady',
              message: storeTrouble,
              isEarlierVersionThere: true,
            }),
          ],
          {
            stores: [
              aStore('default', {
                readiness: {
                  state: 'notReady',
                  reason: 'ErrorValidatingPermissions',
                  message: storeTrouble,
                  since,
                },
              }),
            ],
          },
        ),
      ),
    },
    {
      id: 'two-places',
      answer: known(
        aDelivery(
          nowMs,
          [
            aGroup({ ...target, code: 'delivered' }),
            aGroup(
              { ...target, destination: 'prod-1', code: 'delivered' },
              {
                id: 'f00',
                directory: 'prod',
                files: ['a.yaml'],
                filesTotal: 1,
              },
            ),
          ],
          { isComplete: false },
        ),
      ),
    },
    {
      id: 'forbidden',
      answer: {
        ok: false,
        problem: { kind: 'forbidden', message: 'You need a permission' },
      },
    },
    {
      id: 'unreachable',
      answer: {
        ok: false,
        problem: { kind: 'unreachable', message: 'connect ECONNREFUSED' },
      },
    },
    {
      id: 'gone',
      answer: { ok: false, problem: { kind: 'notFound', message: 'None' } },
    },
  ];
}

/** Files by how their paths end. */
export function deliveryFileStates(): {
  id: string;
  answer: Fetched<DeliveryFileResponse>;
}[] {
  const text = {
    type: 'text' as const,
    bytes: 90,
    isCut: false,
    hasMaskedSecrets: false,
    hasHiddenCharacters: false,
  };
  return [
    {
      id: 'namespace.yaml',
      answer: {
        ok: true,
        value: {
          ...text,
          path: 'namespace.yaml',
          text: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: redis\n',
        },
      },
    },
    {
      id: 'cluster.yaml',
      answer: {
        ok: true,
        value: {
          ...text,
          path: 'database/cluster.yaml',
          text: 'apiVersion: v1\nkind: Secret\ndata:\n  password: ••••••\n',
          isCut: true,
          hasMaskedSecrets: true,
          hasHiddenCharacters: true,
        },
      },
    },
    {
      id: 'logo.png',
      answer: {
        ok: true,
        value: { type: 'binary', path: 'logo.png', bytes: 2048, isCut: false },
      },
    },
  ];
}

/** What was said of a request, noise included. */
export function someEvents(nowMs: number): EventsResponse {
  const at = (minutesAgo: number) =>
    new Date(nowMs - minutesAgo * minute).toISOString();
  const request = { kind: 'Redis', namespace: 'team-a', name: 'cache' };
  const work = { kind: 'Work', namespace: 'team-a', name: 'redis-cache-1f3a9' };
  const common = { reporter: 'ResourceRequestController', count: 1 };
  return {
    events: [
      {
        ...common,
        id: '1',
        type: 'Warning',
        reason: 'WorkplacementsFailing',
        message: 'Workplacements failed to write: [redis-cache-1f3a9.dev-1]',
        subject: work,
        firstAt: at(14),
        lastAt: at(1),
        count: 12,
        isNoise: false,
      },
      {
        ...common,
        id: '2',
        type: 'Normal',
        reason: 'PipelineStarted',
        message: 'Configure Pipeline started: apply',
        subject: request,
        firstAt: at(16),
        lastAt: at(16),
        isNoise: false,
      },
      {
        ...common,
        id: '3',
        type: 'Normal',
        reason: 'ReconcileStarted',
        message: 'Reconciliation started',
        subject: request,
        firstAt: at(20),
        lastAt: at(2),
        count: 31,
        isNoise: true,
      },
    ],
    isComplete: true,
    readAt: at(0),
  };
}

/** Where a platform delivers to. */
export function someDestinations(nowMs: number): DestinationsResponse {
  const since = new Date(nowMs - 12 * minute).toISOString();
  return {
    destinations: [
      aDestination('dev-1', { readiness: isReady(since) }),
      aDestination('prod-1', {
        labels: { environment: 'prod', zone: 'a' },
        isStrict: true,
        store: { kind: 'GitStateStore', name: 'live' },
        readiness: {
          state: 'notReady',
          reason: 'StateStoreNotReady',
          message: 'GitStateStore/live: not ready',
          since,
        },
      }),
      aDestination('preview', {
        labels: { 'kratix.io/dry-run': 'true' },
        isForPreviews: true,
        readiness: { state: 'notReported' },
      }),
    ],
    stores: [
      aStore('default', { readiness: isReady(since) }),
      aStore('live', {
        kind: 'GitStateStore',
        location: 'https://git.example.com/platform/state.git',
        branch: 'main',
        readiness: {
          state: 'notReady',
          reason: 'ErrorValidatingPermissions',
          message: storeTrouble,
          since,
        },
      }),
    ],
    problems: [],
    freshness: { state: 'live', confirmedAt: new Date(nowMs).toISOString() },
  };
}
