import type { Condition } from '../conditions/conditions';
import { planReconciledCondition } from './planReconciledCondition';
import { planWorksCondition } from './planWorksCondition';

const none = { failing: [], pending: [], misplaced: [] };

function condition(status: string, reason: string): Condition {
  return { type: 'X', status, reason };
}

describe('planWorksCondition', () => {
  it.each([
    ['no works, first look', undefined, none, 'WorksSucceeded'],
    [
      'all ready again',
      condition('False', 'WorksFailing'),
      none,
      'WorksSucceeded',
    ],
    ['still ready', condition('True', 'WorksSucceeded'), none, undefined],
    [
      'pending',
      condition('True', 'WorksSucceeded'),
      { ...none, pending: ['w'] },
      'WorksPending',
    ],
    [
      'still pending',
      condition('Unknown', 'WorksPending'),
      { ...none, pending: ['w'] },
      undefined,
    ],
    [
      'failing after ready',
      condition('True', 'WorksSucceeded'),
      { ...none, failing: ['w'] },
      'WorksFailing',
    ],
    [
      'failing from the first',
      undefined,
      { ...none, failing: ['w'] },
      'WorksFailing',
    ],
    [
      'failing while unknown, which Kratix does not show',
      condition('Unknown', 'WorksPending'),
      { ...none, failing: ['w'] },
      undefined,
    ],
    [
      'misplaced',
      condition('True', 'WorksSucceeded'),
      { ...none, misplaced: ['w'] },
      'WorksMisplaced',
    ],
    [
      'still misplaced',
      condition('False', 'WorksMisplaced'),
      { ...none, misplaced: ['w'] },
      undefined,
    ],
  ])('%s', (_, current, works, reason) => {
    expect(planWorksCondition(current, works)?.reason).toBe(reason);
  });

  it('names the works', () => {
    expect(
      planWorksCondition(undefined, { ...none, pending: ['a', 'b'] })?.message,
    ).toBe('Some works associated with this resource are not ready: [a,b]');
  });
});

describe('planReconciledCondition', () => {
  const done = condition('True', 'PipelinesExecutedSuccessfully');
  const running = condition('False', 'PipelinesInProgress');
  const failed = condition('False', 'ConfigureWorkflowFailed');
  const works = condition('True', 'WorksSucceeded');

  it.each([
    ['running', { completed: running }, 'WorkflowPending'],
    [
      'running, an Unknown stays whatever its reason',
      { completed: running, reconciled: condition('Unknown', 'WorksPending') },
      undefined,
    ],
    ['failed', { completed: failed }, 'ConfigureWorkflowFailed'],
    [
      'works pending',
      { completed: done, works: condition('Unknown', 'WorksPending') },
      'WorksPending',
    ],
    [
      'works failing',
      { completed: done, works: condition('False', 'WorksFailing') },
      'WorksFailing',
    ],
    [
      'works misplaced',
      { completed: done, works: condition('False', 'WorksMisplaced') },
      'WorksFailing',
    ],
    ['all done', { completed: done, works }, 'Reconciled'],
    [
      'all done before',
      { completed: done, works, reconciled: condition('True', 'Reconciled') },
      undefined,
    ],
    ['works without a workflow', { works }, undefined],
  ])('%s', (_, facts, reason) => {
    expect(planReconciledCondition({ isDryRun: false, ...facts })?.reason).toBe(
      reason,
    );
  });

  it('never calls a preview reconciled', () => {
    expect(
      planReconciledCondition({ isDryRun: true, completed: done, works }),
    ).toMatchObject({
      reason: 'DryRunSucceeded',
      message: 'Dry run completed',
    });
  });
});
