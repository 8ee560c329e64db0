import { deriveSteps } from './deriveSteps';

const at = (time: string) => `2026-03-01T${time}Z`;

describe('deriveSteps', () => {
  it('takes the time since the step before for the duration of a finished one', () => {
    const steps = deriveSteps([
      { name: 'a', phase: 'Succeeded', lastTransitionTime: at('12:00:00') },
      { name: 'b', phase: 'Succeeded', lastTransitionTime: at('12:00:12') },
      { name: 'c', phase: 'Running', lastTransitionTime: at('12:00:12') },
      { name: 'd', phase: 'Pending' },
    ]);

    expect(
      steps.map(({ durationMs, runningSince, isToDo }) => ({
        durationMs,
        runningSince,
        isToDo,
      })),
    ).toEqual([
      { durationMs: undefined, runningSince: undefined, isToDo: false },
      { durationMs: 12_000, runningSince: undefined, isToDo: false },
      { durationMs: undefined, runningSince: at('12:00:12'), isToDo: false },
      { durationMs: undefined, runningSince: undefined, isToDo: true },
    ]);
  });

  it.each([
    {
      what: 'was tried more than once',
      step: { attempts: 3, lastTransitionTime: at('12:05:00') },
    },
    {
      what: 'seems to end before it began',
      step: { lastTransitionTime: at('11:00:00') },
    },
    { what: 'has no time', step: {} },
  ])('claims no duration for a step that $what', ({ step }) => {
    const [, second] = deriveSteps([
      { name: 'a', phase: 'Succeeded', lastTransitionTime: at('12:00:00') },
      { name: 'b', phase: 'Succeeded', ...step },
    ]);

    expect(second?.durationMs).toBeUndefined();
  });
});
