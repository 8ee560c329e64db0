import type { Json } from '../json/read';
import { conditionsOf } from '../conditions/conditions';
import { applyUpgradeStatus } from './upgradeStatus';

const done = { type: 'C', status: 'True' };
const running = { type: 'C', status: 'False', reason: 'PipelinesInProgress' };
const failed = {
  type: 'C',
  status: 'False',
  reason: 'ConfigureWorkflowFailed',
  message: 'A Configure Pipeline has failed: a',
};

function after(
  status: Json,
  facts: Partial<Parameters<typeof applyUpgradeStatus>[1]>,
) {
  const draft = structuredClone(status);
  applyUpgradeStatus(
    draft,
    { appliedVersion: 'v1', attemptedVersion: 'v1', ...facts },
    'now',
  );
  const [condition] = conditionsOf(draft);
  return {
    applied: draft.lastAppliedVersion,
    failed: draft.failedVersion,
    reason: condition?.reason,
  };
}

describe('applyUpgradeStatus', () => {
  it('gives a fresh request a version and no condition', () => {
    expect(after({}, { completed: done })).toEqual({ applied: 'v1' });
  });

  it('says that an upgrade runs once another version is tried', () => {
    expect(
      after(
        { lastAppliedVersion: 'v1' },
        { completed: running, attemptedVersion: 'v2' },
      ),
    ).toEqual({ applied: 'v1', reason: 'UpgradeInProgress' });
  });

  it('does not call a re-run of the same version an upgrade', () => {
    expect(after({ lastAppliedVersion: 'v1' }, { completed: running })).toEqual(
      {
        applied: 'v1',
      },
    );
  });

  it('completes an upgrade', () => {
    expect(
      after(
        { lastAppliedVersion: 'v1' },
        { completed: done, appliedVersion: 'v2' },
      ),
    ).toEqual({ applied: 'v2', reason: 'UpgradeComplete' });
  });

  it('reports a failure also on the very first run', () => {
    expect(after({}, { completed: failed })).toEqual({
      failed: 'v1',
      reason: 'UpgradeFailed',
    });
  });

  it('clears the failed version when it went well later', () => {
    expect(
      after(
        {
          failedVersion: 'v2',
          lastAppliedVersion: 'v1',
          conditions: [
            {
              type: 'UpgradeSucceeded',
              status: 'False',
              reason: 'UpgradeFailed',
            },
          ],
        },
        { completed: done, appliedVersion: 'v2' },
      ),
    ).toEqual({ applied: 'v2', reason: 'UpgradeComplete' });
  });

  it('knows no upgrades of a Promise without versions', () => {
    expect(
      after(
        { lastAppliedVersion: 'v1' },
        { completed: running, attemptedVersion: 'not-set' },
      ),
    ).toEqual({ applied: 'v1' });
  });
});
