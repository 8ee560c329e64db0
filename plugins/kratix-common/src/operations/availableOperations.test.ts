import { cacheBinding } from '../__fixtures__/delivery';
import { asBinding, asPromise, asRequest } from '../__fixtures__/parsed';
import { redisPromise } from '../__fixtures__/redisPromise';
import {
  failedRequest,
  readyRequest,
  runningRequest,
  suspendedRequest,
} from '../__fixtures__/redisRequest';
import type { OperationName } from '../contracts';
import type { KratixPromise, ResourceRequest } from '../model';
import { toEnglish } from '../wording';
import {
  availableOperations,
  type OperationContext,
} from './availableOperations';

const pipeline = { name: 'configure', hash: 'h', containers: [] };
const promise: KratixPromise = {
  ...asPromise(redisPromise()),
  isPaused: false,
  availability: 'available',
  workflows: {
    resourceConfigure: [pipeline],
    resourceDelete: [],
    promiseConfigure: [],
    promiseDelete: [],
  },
};
const binding = asBinding(cacheBinding({ version: 'latest' }));
const context: OperationContext = { promise, binding, canPreview: true };
const ready = asRequest(readyRequest());

const labelled = (
  request: ResourceRequest,
  labels: Record<string, string>,
): ResourceRequest => ({
  ...request,
  labels: { ...request.labels, ...labels },
});
const paused = labelled(ready, { 'kratix.io/paused': 'true' });
const deleting = { ...ready, deletedAt: '2026-08-21T11:00:00Z' };
const retrying = asRequest(suspendedRequest());
const waiting: ResourceRequest = {
  ...retrying,
  status: {
    ...retrying.status,
    pipelines: retrying.status.pipelines?.map(
      ({ nextRetryAt: _, ...rest }) => rest,
    ),
  },
};
const child = labelled(ready, {
  'kratix.io/parent-promise-name': 'app-stack',
  'kratix.io/parent-resource-name': 'shop',
});
const fromGit = labelled(ready, { 'kustomize.toolkit.fluxcd.io/name': 'apps' });
const withPromise = (changes: Partial<KratixPromise>): OperationContext => ({
  ...context,
  promise: { ...promise, ...changes },
});

function reasonsOf(
  request: ResourceRequest,
  known: OperationContext = context,
): Partial<Record<OperationName, string>> {
  return Object.fromEntries(
    availableOperations(request, known).map(({ name, why }) => [
      name,
      why && toEnglish(why),
    ]),
  );
}

describe('availableOperations', () => {
  it.each<[string, ResourceRequest, OperationName[]]>([
    [
      'ready',
      ready,
      ['update', 'delete', 'rerun', 'pause', 'setVersion', 'preview'],
    ],
    ['paused', paused, ['update', 'delete', 'unpause', 'preview']],
    [
      'failed',
      asRequest(failedRequest()),
      ['update', 'delete', 'rerun', 'pause', 'preview'],
    ],
    [
      'waiting for a person',
      waiting,
      ['update', 'delete', 'rerun', 'pause', 'resume', 'preview'],
    ],
    [
      'waiting for the next attempt',
      retrying,
      ['update', 'delete', 'rerun', 'pause', 'retryNow', 'preview'],
    ],
    ['being removed', deleting, ['pause']],
    [
      'part of a compound request',
      child,
      ['rerun', 'pause', 'setVersion', 'preview'],
    ],
    ['kept in Git', fromGit, ['rerun', 'pause', 'setVersion', 'preview']],
  ])('of a request that is %s', (_, request, expected) => {
    const reasons = reasonsOf(request);
    const available = Object.keys(reasons).filter(
      name => reasons[name as OperationName] === undefined,
    );

    expect(available).toEqual(expected);
  });

  it.each<[string, ResourceRequest, OperationContext, OperationName, RegExp]>([
    ['the parent', child, context, 'update', /part of shop/],
    ['the agent', fromGit, context, 'delete', /^Flux keeps it/],
    ['a pause', paused, context, 'rerun', /paused: resume it first/],
    [
      'a pause of the service',
      ready,
      withPromise({ isPaused: true }),
      'rerun',
      /service as a whole is paused/,
    ],
    [
      'a pause of the service',
      ready,
      withPromise({ isPaused: true }),
      'unpause',
      /service as a whole is paused/,
    ],
    [
      'a run that is asked for already',
      labelled(asRequest(runningRequest()), {
        'kratix.io/manual-reconciliation': 'true',
      }),
      context,
      'rerun',
      /about to start/,
    ],
    [
      'a service without a workflow',
      ready,
      withPromise({
        workflows: { ...promise.workflows, resourceConfigure: [] },
      }),
      'rerun',
      /runs no workflow/,
    ],
    [
      'a service without versions',
      {
        ...ready,
        status: { ...ready.status, promiseVersion: 'not-set' },
      },
      context,
      'setVersion',
      /has no versions/,
    ],
    [
      'a Kratix without bindings',
      ready,
      { promise },
      'setVersion',
      /does not report which version/,
    ],
    [
      'a platform without previews',
      ready,
      { ...context, canPreview: false },
      'preview',
      /no Destination for previews/,
    ],
    [
      'pipelines in another namespace',
      ready,
      withPromise({
        workflows: { ...promise.workflows, pipelineNamespace: 'runs' },
      }),
      'preview',
      /namespace of its own/,
    ],
  ])('names %s as the reason', (_, request, known, name, reason) => {
    expect(reasonsOf(request, known)[name]).toMatch(reason);
  });

  it('does not rule out what is not known', () => {
    expect(reasonsOf(ready, {})).toMatchObject({
      rerun: undefined,
      preview: undefined,
    });
  });

  it('runs a delete workflow again that failed', () => {
    const stuck: ResourceRequest = {
      ...deleting,
      status: {
        ...deleting.status,
        conditions: [
          {
            type: 'DeleteWorkflowCompleted',
            status: 'False',
            reason: 'DeleteWorkflowFailed',
            message: '',
          },
        ],
      },
    };
    const known = withPromise({
      workflows: { ...promise.workflows, resourceDelete: [pipeline] },
    });

    expect(reasonsOf(stuck, known).rerun).toBeUndefined();
  });
});
