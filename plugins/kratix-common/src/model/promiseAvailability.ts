import type { KratixPromise } from './kratixPromise';
import type { Tone } from './phase/phase';

/**
 * A Promise's state in words: whether it can be ordered from now, and if not, why.
 * @public
 */
export interface PromiseAvailabilityText {
  readonly word: string;
  readonly tone: Tone;
  /** May hold cluster text: escape. */
  readonly sentence: string;
}

/**
 * Step 6 of 7: what to say about a Promise on its page and in lists.
 * @public
 */
export function describeAvailability(
  promise: KratixPromise,
): PromiseAvailabilityText {
  const reason = promise.conditions.find(
    condition => condition.type === 'Available',
  )?.reason;
  if (promise.isPaused || reason === 'PausedReconciliation') {
    return {
      word: 'Paused',
      tone: 'paused',
      sentence: 'It is paused; orders and changes wait.',
    };
  }
  switch (promise.availability) {
    case 'available':
      return {
        word: 'Available',
        tone: 'good',
        sentence: 'It takes requests.',
      };
    case 'notReported':
      return {
        word: 'Not reported',
        tone: 'unknown',
        sentence: 'Kratix has not reported on it yet.',
      };
    default:
      return {
        word: 'Not available',
        tone: reason === 'WorkflowSuspended' ? 'waiting' : 'bad',
        sentence: explainUnavailable(promise),
      };
  }
}

/**
 * The required Promises that are not there yet, as Kratix reports them.
 * @public
 */
export function missingRequirements(
  promise: Pick<KratixPromise, 'requiredPromises'>,
): KratixPromise['requiredPromises'] {
  return promise.requiredPromises.filter(
    ({ state }) => state !== undefined && state !== 'Requirement installed',
  );
}

function explainUnavailable(promise: KratixPromise): string {
  const missing = missingRequirements(promise).map(({ name, version }) =>
    [name, version].filter(Boolean).join(' '),
  );
  if (missing.length > 0) {
    return `It needs ${missing.join(', ')}.`;
  }
  const failed = promise.pipelines.find(({ phase }) => phase === 'Failed');
  if (failed) {
    return `Its own workflow failed at ${failed.name}.`;
  }
  return promise.message
    ? `It takes no requests now: ${promise.message}`
    : 'It takes no requests now.';
}
