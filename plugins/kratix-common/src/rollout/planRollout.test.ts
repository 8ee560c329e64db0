import { cacheBinding } from '../__fixtures__/delivery';
import { asBinding, asRequest } from '../__fixtures__/parsed';
import { readyRequest } from '../__fixtures__/redisRequest';
import type { ResourceRequest } from '../model';
import { parseLabelSelector } from './LabelSelector';
import { planRollout, subjectName } from './planRollout';
import type { RolloutSubject } from './RolloutSubject';

// The request is at v0.2.0.
const ready = asRequest(readyRequest());

function subject(
  name: string,
  changes: Partial<ResourceRequest> = {},
  follows = 'v0.2.0',
): RolloutSubject {
  const binding = asBinding(cacheBinding({ version: follows }));
  return {
    request: { ...ready, namespace: 'a', name, ...changes },
    binding,
    context: { binding },
  };
}

const to = { version: 'v0.3.0', resolved: 'v0.3.0', batchSize: 2 };

describe('planRollout', () => {
  it('cuts into batches by name', () => {
    const plan = planRollout(
      ['d', 'b', 'c', 'a', 'e'].map(n => subject(n)),
      to,
    );

    expect(plan.batches.map(batch => batch.map(subjectName))).toEqual([
      ['a/a', 'a/b'],
      ['a/c', 'a/d'],
      ['a/e'],
    ]);
  });

  it.each([
    ['deleting', { deletedAt: '2026-01-01T00:00:00Z' }],
    ['paused', { labels: { 'kratix.io/paused': 'true' } }],
    ['git', { annotations: { 'argocd.argoproj.io/tracking-id': 'x' } }],
    ['unversioned', { status: { ...ready.status, promiseVersion: 'not-set' } }],
    ['unfinished', { status: { ...ready.status, promiseVersion: undefined } }],
  ] as const)('leaves out what is %s', (code, changes) => {
    const plan = planRollout([subject('a', changes)], to);

    expect(plan.batches).toEqual([]);
    expect(plan.excluded).toMatchObject([{ code }]);
  });

  it('leaves out what the platform binds to nothing', () => {
    const { request } = subject('a');

    expect(planRollout([{ request, context: {} }], to).excluded).toMatchObject([
      { code: 'unbound' },
    ]);
  });

  it.each([
    // [follows, target, resolved, takes part]
    ['v0.2.0', 'v0.2.0', 'v0.2.0', false],
    ['latest', 'v0.2.0', 'v0.2.0', false],
    ['v0.2.0', 'latest', 'v0.2.0', true],
    ['v0.3.0', 'v0.2.0', 'v0.2.0', true],
    ['latest', 'latest', 'v0.3.0', true],
    ['latest', 'v0.1.0', 'v0.1.0', true],
  ])(
    'of one that follows %s, on the way to %s (%s)',
    (follows, version, resolved, isTaking) => {
      const plan = planRollout([subject('a', {}, follows)], {
        version,
        resolved,
        batchSize: 1,
      });

      expect(plan.batches).toHaveLength(isTaking ? 1 : 0);
    },
  );

  it('tries one again that failed on the way', () => {
    const failed = subject('a', {}, 'v0.2.0');
    const binding = failed.binding && {
      ...failed.binding,
      failedVersion: 'v0.2.0',
    };

    const plan = planRollout([{ ...failed, binding }], {
      version: 'v0.2.0',
      resolved: 'v0.2.0',
      batchSize: 1,
    });

    expect(plan.batches).toHaveLength(1);
  });

  it('takes only what is selected, and tells what is missing', () => {
    const labels = parseLabelSelector('tier=test, !frozen');
    const plan = planRollout(
      [
        subject('a', { labels: { tier: 'test' } }),
        subject('b', { labels: { tier: 'test', frozen: '' } }),
        subject('c', { labels: { tier: 'test' } }),
      ],
      {
        ...to,
        selection: {
          names: ['a/a', 'a/b', 'a/x'],
          labels: labels.ok ? labels.selector : [],
        },
      },
    );

    expect(plan.batches.flat().map(subjectName)).toEqual(['a/a']);
    expect(plan.missing).toEqual(['a/x']);
  });

  it('takes an empty selection for nothing', () => {
    const plan = planRollout([subject('a')], {
      ...to,
      selection: { names: [] },
    });

    expect(plan.batches).toEqual([]);
  });
});
