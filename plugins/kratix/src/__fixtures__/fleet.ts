import type {
  FleetCellResponse,
  FleetResponse,
  ImpactResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { FleetApi, Fetched } from '../api';
import { ago } from './times';

/** A backend of the fleet that never answers but where it is told how. */
export function aFleetApi(answers: Partial<FleetApi> = {}): FleetApi {
  return {
    fetchFleet: () => new Promise(() => {}),
    askImpact: () => new Promise(() => {}),
    ...answers,
  };
}

/** A service on a platform; what differs is given. */
export function aFleetCell(
  nowMs: number,
  platform: string,
  changes: Partial<FleetCellResponse> = {},
): FleetCellResponse {
  return {
    platform,
    state: 'present',
    marks: [],
    version: 'v0.3.0',
    availability: 'available',
    createdAt: ago(nowMs, { days: 3 }),
    entityRef: `component:${platform}/redis`,
    phases: { Ready: 3 },
    ...changes,
  };
}

/** Three platforms that have drifted apart in every way. */
export function aFleet(
  nowMs: number,
  changes: Partial<FleetResponse> = {},
): FleetResponse {
  const cell = (platform: string, more: Partial<FleetCellResponse> = {}) =>
    aFleetCell(nowMs, platform, more);
  const missing = (platform: string): FleetCellResponse => ({
    platform,
    state: 'missing',
    marks: ['missing'],
  });
  return {
    platforms: [
      { name: 'dev', title: 'Development', isSandbox: false, isKnown: true },
      { name: 'staging', title: 'Staging', isSandbox: false, isKnown: true },
      { name: 'prod', title: 'Production', isSandbox: false, isKnown: true },
    ],
    rows: [
      {
        promise: 'kafka',
        title: 'Kafka topic',
        reference: 'dev',
        cells: [
          cell('dev', { availability: 'unavailable', phases: {} }),
          missing('staging'),
          missing('prod'),
        ],
      },
      {
        promise: 'monitoring',
        title: 'Monitoring',
        reference: 'dev',
        cells: [
          cell('dev', { version: 'v2.1.0', phases: undefined }),
          cell('staging', {
            version: 'v2.1.0',
            marks: ['sameVersionOtherContent', 'images'],
            phases: undefined,
          }),
          cell('prod', { version: 'v2.1.0', phases: undefined }),
        ],
      },
      {
        promise: 'postgresql',
        title: 'PostgreSQL',
        reference: 'dev',
        cells: [cell('dev'), cell('staging'), cell('prod')],
      },
      {
        promise: 'redis',
        title: 'Redis',
        reference: 'dev',
        cells: [
          cell('dev', { version: 'v0.4.0', phases: { Ready: 2 } }),
          cell('staging', { marks: ['behind', 'api', 'images'] }),
          cell('prod', {
            marks: ['behind', 'api', 'images'],
            phases: { Ready: 12, Failed: 1 },
          }),
        ],
      },
    ],
    ...changes,
  };
}

/** What the Redis of dev would mean on prod; what differs is given. */
export function anImpact(
  changes: Partial<ImpactResponse> = {},
): ImpactResponse {
  return {
    promise: 'redis',
    platform: 'prod',
    platformTitle: 'Production',
    before: 'v0.3.0',
    after: 'v0.4.0',
    severity: 'breaking',
    changes: [
      {
        code: 'enum-changed',
        severity: 'breaking',
        path: 'spec.version',
        message: 'spec.version no longer takes "6.2".',
      },
      {
        code: 'image-changed',
        severity: 'risky',
        path: 'resource.configure',
        message: 'Step render runs redis:8 instead of redis:7.',
      },
    ],
    counts: { refused: 1, changed: 1, valid: 4, refusedBefore: 0 },
    requests: [
      {
        namespace: 'team-b',
        name: 'card-tokens',
        owner: 'group:default/team-b',
        entityRef: 'resource:prod/redis.team-b.card-tokens',
        verdict: 'refused',
        reasons: [
          {
            path: 'spec.version',
            message: 'Unsupported value: "6.2": supported values: "7.2", "7.4"',
          },
        ],
        differences: [],
      },
      {
        namespace: 'team-a',
        name: 'cart',
        verdict: 'changed',
        reasons: [],
        differences: [{ path: 'spec.tls', after: false }],
      },
    ],
    isComplete: true,
    markdown: '### redis: v0.3.0 → v0.4.0',
    ...changes,
  };
}

const ok = <T>(value: T): Fetched<T> => ({ ok: true, value });
const problem = (kind: 'forbidden' | 'noAnswer'): Fetched<never> => ({
  ok: false,
  problem: { kind, message: 'in the words of the server' },
});

/** The fleet page in every state; undefined never answers. */
export function fleetStates(nowMs: number): readonly {
  readonly id: string;
  readonly title: string;
  readonly answer: Fetched<FleetResponse> | undefined;
}[] {
  const fleet = aFleet(nowMs);
  const [dev, staging, prod] = fleet.platforms;
  const one = fleet.rows.map(row => ({ ...row, cells: row.cells.slice(0, 1) }));
  const silent = {
    reason: 'unreachable' as const,
    message: 'connect ECONNREFUSED',
    since: ago(nowMs, { minutes: 5 }),
  };
  return [
    { id: 'drift', title: 'Platforms that differ', answer: ok(fleet) },
    { id: 'loading', title: 'Loading', answer: undefined },
    {
      id: 'one',
      title: 'One platform',
      answer: ok({ platforms: dev ? [dev] : [], rows: one }),
    },
    {
      id: 'unknown',
      title: 'A platform that is not known',
      answer: ok({
        platforms: [dev, staging, prod].flatMap(platform =>
          platform
            ? {
                ...platform,
                isKnown: platform !== prod,
                ...(platform === prod && { problem: silent }),
              }
            : [],
        ),
        rows: fleet.rows.map(row => ({
          ...row,
          cells: row.cells.map(cell =>
            cell.platform === 'prod'
              ? { platform: 'prod', state: 'unknown' as const, marks: [] }
              : cell,
          ),
        })),
      }),
    },
    {
      id: 'lastKnown',
      title: 'A platform that does not answer any more',
      answer: ok({
        ...fleet,
        platforms: fleet.platforms.map(platform =>
          platform === prod ? { ...platform, problem: silent } : platform,
        ),
      }),
    },
    {
      id: 'empty',
      title: 'Nothing offered',
      answer: ok(aFleet(nowMs, { rows: [] })),
    },
    { id: 'forbidden', title: 'Not allowed', answer: problem('forbidden') },
    { id: 'failed', title: 'No answer', answer: problem('noAnswer') },
  ];
}

/** The report in every state; undefined never answers. */
export function impactStates(): readonly {
  readonly id: string;
  readonly title: string;
  readonly answer: Fetched<ImpactResponse> | undefined;
}[] {
  const untouched = { refused: 0, changed: 0, valid: 6, refusedBefore: 0 };
  const only = (severity: ImpactResponse['severity']) =>
    anImpact()
      .changes.map(change => ({ ...change, severity }))
      .slice(0, 1);
  const calm = (severity: 'risky' | 'safe') =>
    anImpact({
      severity,
      changes: only(severity),
      counts: untouched,
      requests: [],
    });
  return [
    { id: 'breaking', title: 'Breaking', answer: ok(anImpact()) },
    { id: 'risky', title: 'Risky', answer: ok(calm('risky')) },
    { id: 'safe', title: 'Safe', answer: ok(calm('safe')) },
    {
      id: 'nothing',
      title: 'Nothing differs',
      answer: ok(
        anImpact({
          severity: 'safe',
          changes: [],
          counts: untouched,
          requests: [],
        }),
      ),
    },
    {
      id: 'incomplete',
      title: 'Not every request may be read',
      answer: ok({ ...calm('safe'), isComplete: false }),
    },
    { id: 'loading', title: 'Loading', answer: undefined },
    { id: 'forbidden', title: 'Not allowed', answer: problem('forbidden') },
    { id: 'failed', title: 'No answer', answer: problem('noAnswer') },
  ];
}
