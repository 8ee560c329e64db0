import { planWorkConditions } from './planWorkStatus';

const none = { unscheduled: [], misplaced: [], failed: [] };

describe('planWorkConditions', () => {
  it.each([
    ['scheduled', none, ['AllWorkplacementsScheduled', 'Ready']],
    [
      'unscheduled',
      { ...none, unscheduled: ['g'] },
      ['UnscheduledWorkloads', 'Pending'],
    ],
    [
      'misplaced',
      { ...none, misplaced: ['g'] },
      ['DestinationSelectorMismatch', 'Misplaced'],
    ],
    [
      'failing',
      { ...none, failed: ['p'] },
      ['WorkplacementsFailing', 'Failing'],
    ],
    [
      'failing and misplaced',
      { ...none, misplaced: ['g'], failed: ['p'] },
      ['WorkplacementsFailing', 'Failing'],
    ],
  ])('%s', (_, facts, [reason, message]) => {
    const [schedule, ready] = planWorkConditions(facts);

    expect(schedule.reason).toBe(reason);
    expect(ready.message).toBe(message);
  });
});
