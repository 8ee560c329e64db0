import { cacheBinding } from '../__fixtures__/delivery';
import { asBinding, asRequest } from '../__fixtures__/parsed';
import { readyRequest, suspendedRequest } from '../__fixtures__/redisRequest';
import type { Condition, ResourceBinding, ResourceRequest } from '../model';
import { judgeMove, type Move } from './judgeMove';

// At v0.2.0 and ready.
const ready = asRequest(readyRequest());
const move: Move = { uid: ready.uid, version: 'v0.2.0', resolved: 'v0.2.0' };

const upgrade = (
  status: Condition['status'],
  lastTransitionTime = '2026-01-01T00:00:00Z',
): Condition => ({
  type: 'UpgradeSucceeded',
  status,
  reason: 'Upgrade',
  message: 'A pipeline has failed',
  lastTransitionTime,
});

function judge(
  changes: Partial<ResourceBinding>,
  request: ResourceRequest = ready,
  asked: Partial<Move> = {},
) {
  const binding = {
    ...asBinding(cacheBinding({ version: 'v0.2.0' })),
    conditions: [],
    failedVersion: undefined,
    ...changes,
  };
  return judgeMove(
    { ...move, ...asked, uid: request.uid },
    { request, binding, context: { binding } },
  );
}

describe('judgeMove', () => {
  it('is done when it is ready at the version', () => {
    expect(judge({ conditions: [upgrade('True')] })).toEqual({
      state: 'moved',
    });
  });

  it.each([
    ['the move is not heard of yet', { version: 'v0.1.0' }],
    [
      'a run is asked for',
      { labels: { 'kratix.io/manual-reconciliation': 'true' } },
    ],
    ['the upgrade is under way', { conditions: [upgrade('Unknown')] }],
  ])('waits while %s', (_, changes) => {
    expect(judge(changes)).toMatchObject({ state: 'waiting' });
  });

  it('waits while another version runs', () => {
    expect(
      judge({ version: 'v0.3.0' }, ready, {
        version: 'v0.3.0',
        resolved: 'v0.3.0',
      }),
    ).toMatchObject({ state: 'waiting' });
  });

  it('has failed in the words of the platform', () => {
    expect(
      judge({ failedVersion: 'v0.2.0', conditions: [upgrade('False')] }),
    ).toEqual({ state: 'failed', reason: 'A pipeline has failed' });
  });

  it('does not take an old failure for its own', () => {
    const before = upgrade('False');

    expect(
      judge({ failedVersion: 'v0.2.0', conditions: [before] }, ready, {
        upgradeBefore: before,
      }),
    ).toMatchObject({ state: 'waiting' });
  });

  it('does not wait for a person', () => {
    expect(judge({}, asRequest(suspendedRequest()))).toMatchObject({
      state: 'failed',
    });
  });

  it('has failed where the request is gone, or is another one', () => {
    expect(judgeMove(move, undefined)).toMatchObject({ state: 'failed' });
    expect(
      judge({}, { ...ready, deletedAt: '2026-01-01T00:00:00Z' }),
    ).toMatchObject({
      state: 'failed',
    });
  });
});
