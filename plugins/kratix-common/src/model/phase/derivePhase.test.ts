import {
  cacheBinding,
  cachePlacement,
  cacheWork,
} from '../../__fixtures__/delivery';
import {
  asBinding,
  asPlacement,
  asPromise,
  asRequest,
  asWork,
} from '../../__fixtures__/parsed';
import { redisPromise } from '../../__fixtures__/redisPromise';
import {
  condition,
  failedRequest,
  pipelinelessRequest,
  readyRequest,
  requestWith,
  runningRequest,
  suspendedRequest,
} from '../../__fixtures__/redisRequest';
import type { Json } from '../../__fixtures__/json';
import { derivePhase } from './derivePhase';
import type { Phase } from './phase';
import type { PhaseContext } from './phaseContext';

const upgrading = asBinding(
  cacheBinding(
    { version: 'v0.3.0' },
    {
      conditions: [
        condition('UpgradeSucceeded', 'Unknown', 'UpgradeInProgress'),
      ],
    },
  ),
);
const unschedulable = asWork(
  cacheWork([condition('ScheduleSucceeded', 'False', 'UnscheduledWorkloads')]),
);
const unwritable = asPlacement(
  cachePlacement([
    condition(
      'WriteSucceeded',
      'False',
      'WorkloadsFailedWrite',
      'access denied',
    ),
  ]),
);

describe('derivePhase', () => {
  describe('chooses by the rules of the domain reference', () => {
    const cases: [
      rule: string,
      phase: Phase,
      json: Json,
      context?: PhaseContext,
    ][] = [
      ['1 being removed', 'Deleting', deleting(readyRequest())],
      [
        '1 removal failed',
        'DeleteFailed',
        deleting(readyRequest(), 'DeleteWorkflowFailed'),
      ],
      [
        '1 removal suspended',
        'DeleteSuspended',
        deleting(readyRequest(), 'DeleteWorkflowSuspended'),
      ],
      [
        '1 before 3: removal of a paused one',
        'Deleting',
        deleting(labelled(readyRequest(), 'kratix.io/paused')),
      ],
      [
        '1 before 2: removal of a preview',
        'Deleting',
        deleting(labelled(readyRequest(), 'kratix.io/dry-run')),
      ],
      ['2 a preview', 'DryRun', labelled(readyRequest(), 'kratix.io/dry-run')],
      [
        '2 before 3: a paused preview',
        'DryRun',
        labelled(
          labelled(readyRequest(), 'kratix.io/dry-run'),
          'kratix.io/paused',
        ),
      ],
      [
        '3 paused by label',
        'Paused',
        labelled(readyRequest(), 'kratix.io/paused'),
      ],
      [
        '3 paused with its Promise',
        'Paused',
        withCondition(
          readyRequest(),
          condition('Reconciled', 'Unknown', 'PausedReconciliation'),
        ),
      ],
      [
        '3 only "true" pauses',
        'Ready',
        labelled(readyRequest(), 'kratix.io/paused', 'false'),
      ],
      [
        '4 Promise unavailable',
        'WaitingForPromise',
        withCondition(
          requestWith({ generation: 1 }),
          condition(
            'PromiseAvailable',
            'False',
            'PromiseRequirementsNotInstalled',
          ),
        ),
      ],
      [
        '4 unavailable after an edit',
        'WaitingForPromise',
        withCondition(
          edited(readyRequest()),
          condition(
            'PromiseAvailable',
            'False',
            'PromiseRequirementsNotInstalled',
          ),
        ),
      ],
      [
        '4 settled before the Promise went away',
        'Ready',
        withCondition(
          readyRequest(),
          condition(
            'PromiseAvailable',
            'False',
            'PromiseRequirementsNotInstalled',
          ),
        ),
      ],
      ['5 suspended', 'Suspended', suspendedRequest()],
      [
        '5 before 6: suspended and queued',
        'Suspended',
        labelled(suspendedRequest(), 'kratix.io/manual-reconciliation'),
      ],
      [
        '5 resumed: Kratix has not removed the pipeline state',
        'Running',
        labelled(suspendedRequest(), 'kratix.io/workflow-suspended', 'false'),
      ],
      [
        '6 run asked for',
        'Running',
        labelled(readyRequest(), 'kratix.io/manual-reconciliation'),
      ],
      [
        '6 run from the start',
        'Running',
        labelled(
          failedRequest(),
          'internal.workflows.kratix.io/run-from-start',
        ),
      ],
      ['7 no status', 'Pending', requestWith({ generation: 1 })],
      [
        '7 counters only',
        'Pending',
        { ...requestWith({ generation: 1 }), status: { workflows: 2 } },
      ],
      ['7 no pipelines, settled', 'Ready', pipelinelessRequest()],
      ['7 no pipelines, edited', 'Pending', edited(pipelinelessRequest())],
      [
        '7 no pipelines, unhealthy',
        'Unhealthy',
        healthy(pipelinelessRequest(), 'unhealthy'),
      ],
      ['8 failed', 'Failed', failedRequest()],
      ['8 failed upgrade', 'Failed', failedRequest(), { binding: upgrading }],
      ['8 running', 'Running', runningRequest()],
      ['8 upgrading', 'Upgrading', runningRequest(), { binding: upgrading }],
      [
        '8 running with a binding at rest',
        'Running',
        runningRequest(),
        { binding: asBinding(cacheBinding()) },
      ],
      [
        '8 a status that nobody defined',
        'Running',
        withCondition(
          readyRequest(),
          condition('ConfigureWorkflowCompleted', 'Unknown', 'Whatever'),
        ),
      ],
      [
        '9 completed for an older generation',
        'Running',
        edited(readyRequest()),
      ],
      [
        '9 completed, never observed',
        'Running',
        withoutObservation(readyRequest()),
      ],
      [
        '10 Works not looked at yet',
        'Scheduling',
        withoutCondition(readyRequest(), 'WorksSucceeded'),
      ],
      ['10 Works pending', 'Scheduling', worksAre('Unknown', 'WorksPending')],
      [
        '10 Works pending, all parts well',
        'Scheduling',
        worksAre('Unknown', 'WorksPending'),
        {
          works: [asWork(cacheWork())],
          workPlacements: [asPlacement(cachePlacement())],
        },
      ],
      [
        '10 no Destination matches',
        'Unschedulable',
        worksAre('Unknown', 'WorksPending'),
        { works: [unschedulable] },
      ],
      [
        '10 first write fails',
        'WriteFailed',
        worksAre('Unknown', 'WorksPending'),
        { workPlacements: [unwritable] },
      ],
      ['10 misplaced', 'Misplaced', worksAre('False', 'WorksMisplaced')],
      ['10 writes fail', 'WriteFailed', worksAre('False', 'WorksFailing')],
      ['10b healthy', 'Ready', healthy(readyRequest(), 'healthy')],
      ['10b ready', 'Ready', healthy(readyRequest(), 'ready')],
      ['10b unknown', 'Ready', healthy(readyRequest(), 'unknown')],
      [
        '10b a state that it does not know',
        'Ready',
        healthy(readyRequest(), 'splendid'),
      ],
      ['10b no health', 'Ready', healthy(readyRequest(), undefined)],
      ['10b degraded', 'Degraded', healthy(readyRequest(), 'degraded')],
      ['10b unhealthy', 'Unhealthy', healthy(readyRequest(), 'unhealthy')],
    ];

    it.each(cases)('rule %s: %s', (_, phase, json, context = {}) => {
      expect(derivePhase(asRequest(json), context).phase).toBe(phase);
    });
  });

  it('reports a request that is ready', () => {
    expect(derivePhase(asRequest(readyRequest()))).toEqual({
      phase: 'Ready',
      since: '2026-08-21T10:00:00Z',
      message: 'Resource requested',
      subjects: [],
      flags: {
        isPromiseUnavailable: false,
        isQueued: false,
        isDeletionBlocked: false,
        health: 'healthy',
      },
    });
  });

  it('reports where a run is', () => {
    expect(derivePhase(asRequest(runningRequest()))).toMatchObject({
      phase: 'Running',
      step: { index: 1, total: 2, pipeline: 'a' },
      subjects: [],
    });
  });

  it('counts steps where Kratix reports no pipelines', () => {
    const json = runningRequest();
    delete json.status.kratix;
    json.status.workflowsSucceeded = 1;

    expect(derivePhase(asRequest(json)).step).toEqual({ index: 2, total: 2 });
  });

  it('reports the pipeline that failed, and not the word that Kratix puts first', () => {
    expect(derivePhase(asRequest(failedRequest()))).toMatchObject({
      phase: 'Failed',
      step: { index: 2, total: 2, pipeline: 'b' },
      message: 'A Configure Pipeline has failed: b',
      subjects: ['b'],
      flags: { health: 'noData' },
    });
  });

  it('reports why it waits and when it tries again', () => {
    expect(derivePhase(asRequest(suspendedRequest()))).toMatchObject({
      phase: 'Suspended',
      step: { index: 1, total: 2, pipeline: 'a' },
      message: 'waiting for approval',
      nextRetryAt: '2026-08-21T10:10:00Z',
      attempts: 2,
      subjects: ['a'],
    });
  });

  it('names what the Promise lacks', () => {
    const json = redisPromise();
    json.status.requiredPromises[0].state = 'Requirement not installed';
    const request = withCondition(
      requestWith({ generation: 1 }),
      condition('PromiseAvailable', 'False', 'PromiseRequirementsNotInstalled'),
    );

    const report = derivePhase(asRequest(request), {
      promise: { ...asPromise(json), availability: 'unavailable' },
    });

    expect(report.subjects).toEqual(['vault v1.0.0']);
    expect(report.flags.isPromiseUnavailable).toBe(true);
  });

  it('believes the Promise when it is available again before the request has heard of it', () => {
    const request = withCondition(
      requestWith({ generation: 1 }),
      condition('PromiseAvailable', 'False', 'PromiseRequirementsNotInstalled'),
    );

    const report = derivePhase(asRequest(request), {
      promise: { ...asPromise(redisPromise()), availability: 'available' },
    });

    expect(report.phase).toBe('Pending');
    expect(report.flags.isPromiseUnavailable).toBe(false);
  });

  it('names the labels that no Destination has', () => {
    const report = derivePhase(asRequest(worksAre('Unknown', 'WorksPending')), {
      works: [unschedulable],
    });

    expect(report.subjects).toEqual(['environment=dev']);
    // What the workflow said when it was done must not stand beside it.
    expect(report.message).toBeUndefined();
  });

  it('names what a Work asks for as the scheduler reads it, and only for what has no place', () => {
    const [group] = unschedulable.groups;
    const work = {
      ...unschedulable,
      groups: [
        {
          id: 'stuck',
          directory: '.',
          files: [],
          destinationSelectors: [
            {
              matchLabels: { environment: 'performance' },
              source: 'promise',
            },
            {
              matchLabels: { environment: 'dev', size: 'large' },
              source: 'resource-workflow',
            },
          ],
        },
        ...(group ? [group] : []),
      ],
    };

    const report = derivePhase(asRequest(worksAre('Unknown', 'WorksPending')), {
      works: [work],
      workPlacements: [asPlacement(cachePlacement())],
    });

    expect(report.phase).toBe('Unschedulable');
    expect([...report.subjects].sort()).toEqual([
      'environment=performance',
      'size=large',
    ]);
  });

  it('names the Destination that cannot be written, with its error', () => {
    const report = derivePhase(asRequest(worksAre('Unknown', 'WorksPending')), {
      workPlacements: [unwritable],
    });

    expect(report).toMatchObject({
      subjects: ['worker-1'],
      message: 'access denied',
    });
  });

  it('names the Destination whose labels changed', () => {
    const misplaced = asPlacement(
      cachePlacement([
        condition('ScheduleSucceeded', 'False', 'DestinationSelectorMismatch'),
      ]),
    );

    const report = derivePhase(asRequest(worksAre('False', 'WorksMisplaced')), {
      workPlacements: [misplaced, misplaced],
    });

    expect(report.subjects).toEqual(['worker-1']);
  });

  describe('flags', () => {
    it('says that removal is blocked by a pause of the request or of the Promise', () => {
      const paused = redisPromise();
      paused.metadata.labels['kratix.io/paused'] = 'true';

      const byLabel = derivePhase(
        asRequest(deleting(labelled(readyRequest(), 'kratix.io/paused'))),
      );
      const byPromise = derivePhase(asRequest(deleting(readyRequest())), {
        promise: asPromise(paused),
      });
      const free = derivePhase(asRequest(deleting(readyRequest())));

      expect(byLabel.flags.isDeletionBlocked).toBe(true);
      expect(byPromise.flags.isDeletionBlocked).toBe(true);
      expect(free.flags.isDeletionBlocked).toBe(false);
    });

    it('says that a run is queued', () => {
      const json = labelled(readyRequest(), 'kratix.io/manual-reconciliation');

      expect(derivePhase(asRequest(json)).flags.isQueued).toBe(true);
    });

    it.each([
      ['an upgrade', 'v0.2.0', 'v0.3.0'],
      ['the first run, which is none', undefined, undefined],
      ['the version that it has, run again', 'v0.3.0', undefined],
    ])(
      'names the version that failed: %s',
      (_, lastAppliedVersion, failedUpgradeVersion) => {
        const binding = asBinding(
          cacheBinding(
            { version: 'v0.3.0' },
            {
              lastAppliedVersion,
              failedVersion: 'v0.3.0',
              conditions: [
                condition('UpgradeSucceeded', 'False', 'UpgradeFailed'),
              ],
            },
          ),
        );

        const report = derivePhase(asRequest(failedRequest()), { binding });

        expect(report.phase).toBe('Failed');
        expect(report.flags.failedUpgradeVersion).toBe(failedUpgradeVersion);
      },
    );

    it.each([
      ['latest', 'v0.3.0', undefined],
      ['v0.3.0', 'v0.3.0', undefined],
      ['v0.2.0', 'v0.3.0', 'v0.3.0'],
      ['v0.2.0', 'not-set', undefined],
    ])('bound to %s with %s newest: offers %s', (bound, newest, offered) => {
      const report = derivePhase(asRequest(readyRequest()), {
        binding: asBinding(cacheBinding({ version: bound })),
        latestRevision: { version: newest },
      });

      expect(report.flags.availableVersion).toBe(offered);
    });
  });
});

function labelled(json: Json, label: string, value = 'true'): Json {
  return {
    ...json,
    metadata: {
      ...json.metadata,
      labels: { ...json.metadata.labels, [label]: value },
    },
  };
}

function deleting(json: Json, reason?: string): Json {
  const marked = {
    ...json,
    metadata: { ...json.metadata, deletionTimestamp: '2026-08-22T08:00:00Z' },
  };
  return reason
    ? withCondition(
        marked,
        condition('DeleteWorkflowCompleted', 'False', reason),
      )
    : marked;
}

function edited(json: Json): Json {
  return {
    ...json,
    metadata: { ...json.metadata, generation: json.metadata.generation + 1 },
  };
}

function withoutObservation(json: Json): Json {
  const { observedGeneration: _, ...status } = json.status;
  return { ...json, status };
}

function withoutCondition(json: Json, type: string): Json {
  const conditions = (json.status?.conditions ?? []).filter(
    (existing: Json) => existing.type !== type,
  );
  return { ...json, status: { ...json.status, conditions } };
}

function withCondition(json: Json, added: Record<string, string>): Json {
  const without = withoutCondition(json, added.type ?? '');
  return {
    ...without,
    status: {
      ...without.status,
      conditions: [...without.status.conditions, added],
    },
  };
}

function worksAre(status: 'False' | 'Unknown', reason: string): Json {
  return withCondition(
    readyRequest(),
    condition('WorksSucceeded', status, reason),
  );
}

function healthy(json: Json, state: string | undefined): Json {
  const { healthStatus: _, ...status } = json.status;
  return {
    ...json,
    status: {
      ...status,
      ...(state && { healthStatus: { state, healthRecords: [] } }),
    },
  };
}
