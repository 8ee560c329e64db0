import type {
  AttentionResponse,
  Offer,
  PhaseReport,
  Phase,
  PromiseAboutResponse,
  RequestListQuery,
  RequestListResponse,
  RequestPartsResponse,
  RequestRow,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { ago } from './times';

/** A request as a list has it; what differs is given. */
export function aRow(
  nowMs: number,
  name: string,
  changes: { phase?: Phase; report?: Partial<PhaseReport> } & Partial<
    Omit<RequestRow, 'report'>
  > = {},
): RequestRow {
  const { phase = 'Ready', report, ...rest } = changes;
  return {
    ref: { platform: 'dev', promise: 'redis', namespace: 'team-a', name },
    entityRef: `resource:default/redis.team-a.${name}`,
    title: name,
    kind: 'Redis',
    platformTitle: 'Development',
    promiseTitle: 'Redis',
    owner: 'group:default/team-a',
    requestedBy: 'user:default/ana',
    createdAt: ago(nowMs, { days: 3 }),
    promiseVersion: 'v0.2.0',
    isStale: false,
    ...rest,
    report: {
      phase,
      since: ago(nowMs, { hours: 3 }),
      flags: {
        isPromiseUnavailable: false,
        isQueued: false,
        isDeletionBlocked: false,
        health: 'noData',
      },
      ...report,
      subjects: [...(report?.subjects ?? [])],
    },
  };
}

/** A page of many requests, cut as the backend cuts. */
export function aRequestList(
  nowMs: number,
  query: Partial<RequestListQuery> = {},
  total = 137,
): RequestListResponse {
  const { offset = 0, limit = 20 } = query;
  const phaseAt = (index: number): Phase => {
    if (index < 3) {
      return 'Failed';
    }
    return index < 12 ? 'Running' : 'Ready';
  };
  const rows = Array.from({ length: total }, (_, index) =>
    aRow(nowMs, `cache-${index}`, { phase: phaseAt(index) }),
  ).filter(
    ({ report }) => !query.phase?.length || query.phase.includes(report.phase),
  );
  return {
    items: rows.slice(offset, offset + limit),
    total: rows.length,
    offset,
    limit,
    phases: { Failed: 3, Running: 9, Ready: total - 12 },
    choices: {
      namespace: [
        { value: 'team-a', count: 90 },
        { value: 'team-b', count: 47 },
      ],
      owner: [{ value: 'group:default/team-a', count: total }],
      version: [
        { value: 'v0.2.0', count: 100 },
        { value: 'v0.1.0', count: 37 },
      ],
    },
    gaps: [],
  };
}

/** An application of three parts, one of which failed. */
export function someParts(nowMs: number): RequestPartsResponse {
  return {
    parents: [],
    parts: [
      { request: aRow(nowMs, 'database'), depth: 1 },
      {
        request: aRow(nowMs, 'cache', {
          phase: 'Failed',
          report: { message: 'no such size' },
        }),
        depth: 1,
      },
      { request: aRow(nowMs, 'cache-backup'), depth: 2 },
    ],
    isCut: false,
  };
}

/** A service as a list has it; what differs is given. */
export function anOffer(changes: Partial<Offer> = {}): Offer {
  return {
    ref: { platform: 'dev', promise: 'redis' },
    title: 'Redis',
    description: 'A cache of your own, with backups where you want them.',
    platformTitle: 'Development',
    isSandbox: false,
    version: 'v0.2.0',
    isPaused: false,
    availability: 'available',
    api: {
      group: 'marketplace.kratix.io',
      version: 'v1alpha1',
      kind: 'Redis',
      plural: 'redis',
    },
    requiredPromises: [],
    entityRef: 'component:default/redis',
    templateRef: 'template:default/redis',
    isStale: false,
    phases: { Ready: 14, Running: 2, Failed: 1 },
    ...changes,
  };
}

/** Services in several states. */
export function someOffers(): Offer[] {
  return [
    anOffer(),
    anOffer({
      ref: { platform: 'dev', promise: 'kafka' },
      title: 'Kafka',
      entityRef: 'component:default/kafka',
      templateRef: 'template:default/kafka',
      availability: 'unavailable',
      requiredPromises: [
        {
          name: 'monitoring',
          version: 'v1.0.0',
          state: 'Requirement not installed',
        },
      ],
      phases: { WaitingForPromise: 2 },
    }),
    anOffer({
      ref: { platform: 'dev', promise: 'postgresql' },
      title: 'PostgreSQL',
      description: undefined,
      entityRef: 'component:default/postgresql',
      phases: {},
    }),
  ];
}

/** Everything that can need somebody. */
export function someAttention(nowMs: number): AttentionResponse {
  return {
    groups: [
      {
        reason: 'failed',
        total: 7,
        items: [
          {
            type: 'request',
            request: aRow(nowMs, 'ledger', {
              phase: 'Failed',
              report: {
                step: { index: 1, total: 2, pipeline: 'plan' },
                message: 'there is no image ledger:2.0.0',
              },
            }),
          },
        ],
      },
      {
        reason: 'delivery',
        total: 1,
        items: [
          {
            type: 'request',
            request: aRow(nowMs, 'search', {
              phase: 'Unschedulable',
              report: { subjects: ['environment=moon'] },
            }),
          },
        ],
      },
      {
        reason: 'waiting',
        total: 1,
        items: [
          {
            type: 'request',
            request: aRow(nowMs, 'reporting', {
              phase: 'Suspended',
              report: { message: 'Confidential data needs an approval.' },
            }),
          },
        ],
      },
      {
        reason: 'unavailable',
        total: 1,
        items: someOffers()
          .slice(1, 2)
          .map(promise => ({ type: 'promise', promise })),
      },
      {
        reason: 'platform',
        total: 1,
        items: [
          {
            type: 'platform',
            platform: 'staging',
            title: 'Staging',
            state: 'unreachable',
            problem: {
              reason: 'unreachable',
              message: 'connect ECONNREFUSED',
              since: ago(nowMs, { minutes: 5 }),
            },
          },
        ],
      },
      {
        reason: 'notUnderstood',
        total: 1,
        items: [
          {
            type: 'object',
            platform: 'dev',
            platformTitle: 'Development',
            problem: {
              code: 'odd',
              message: 'It has no API version.',
              path: 'spec.api.spec.versions',
              kind: 'Promise',
              name: 'legacy-queue',
            },
          },
        ],
      },
      {
        reason: 'notAsMeant',
        total: 1,
        items: [
          {
            type: 'object',
            platform: 'dev',
            platformTitle: 'Development',
            problem: {
              code: 'unusable-annotation',
              message:
                'Annotation kratix-portal.io/owner is not used: it is not what the catalog takes.',
              path: 'metadata.annotations[kratix-portal.io/owner]',
              kind: 'Redis',
              namespace: 'team-b',
              name: 'sessions',
              entityRef: 'resource:default/redis.team-b.sessions',
            },
          },
        ],
      },
    ],
    stuckAfterMinutes: 30,
    unknownPlatforms: [],
  };
}

/** What there is to know about Redis. */
export function aPromiseAbout(nowMs: number): PromiseAboutResponse {
  return {
    offer: anOffer(),
    fields: [
      {
        name: 'environment',
        title: 'Environment',
        type: 'string',
        isRequired: true,
        description: 'Where it runs.',
        choices: ['staging', 'prod'],
      },
      {
        name: 'size',
        title: 'Size',
        type: 'string',
        isRequired: false,
        defaultValue: 'small',
      },
      {
        name: 'flags',
        title: 'Flags',
        type: 'list of string',
        isRequired: false,
      },
    ],
    revisions: [
      {
        version: 'v0.2.0',
        isLatest: true,
        createdAt: ago(nowMs, { days: 2 }),
        requests: 12,
      },
      {
        version: 'v0.1.0',
        isLatest: false,
        createdAt: ago(nowMs, { days: 40 }),
        requests: 5,
      },
    ],
    requires: [],
    requiredBy: [
      {
        name: 'app-stack',
        title: 'App stack',
        version: 'v1.0.0',
        entityRef: 'component:default/app-stack',
      },
    ],
  };
}
