import type {
  PromiseResponse,
  Tone,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Say, Translate } from '../../translation';

/**
 * Whether a service can be ordered, in words.
 * @internal
 */
export interface PromiseText {
  readonly tone: Tone;
  readonly word: string;
  readonly sentence: string;
  readonly nextStep?: string;
}

/** What the words need of a Promise. @internal */
export type DescribedPromise = Pick<
  PromiseResponse,
  | 'isPaused'
  | 'availability'
  | 'api'
  | 'apiProblem'
  | 'apiProblemWording'
  | 'requiredPromises'
  | 'message'
>;

/** Kratix's word for a requirement that is met (kratix-domain 1.1). */
const requirementMet = 'Requirement installed';

/**
 * Whether a requirement is known to be missing. One that Kratix has not looked at yet is not.
 * @internal
 */
export function isRequirementMissing(requirement: { state?: string }): boolean {
  return (
    requirement.state !== undefined && requirement.state !== requirementMet
  );
}

/** What puts it in the language of the person. @internal */
export interface Writers {
  readonly t: Translate;
  readonly say: Say;
}

/**
 * Puts a service's availability in words. A pause comes first: it explains the rest.
 * @internal
 */
export function describePromise(
  promise: DescribedPromise,
  name: string,
  { t, say }: Writers,
): PromiseText {
  if (promise.isPaused) {
    return {
      tone: 'paused',
      word: t('promise.paused'),
      sentence: t('promise.pausedSentence', { name }),
    };
  }
  switch (promise.availability) {
    case 'available':
      return describeOffer(promise, name, { t, say });
    case 'unavailable':
      return {
        tone: 'waiting',
        word: t('promise.unavailable'),
        sentence: describeLack(promise, name, t),
        nextStep: t('promise.unavailableNext'),
      };
    case 'notReported':
      return {
        tone: 'unknown',
        word: t('promise.notReported'),
        sentence: t('promise.notReportedSentence', { name }),
      };
    default:
      return promise.availability satisfies never;
  }
}

function describeOffer(
  { api, apiProblem, apiProblemWording }: DescribedPromise,
  name: string,
  { t, say }: Writers,
): PromiseText {
  if (apiProblem) {
    return {
      tone: 'bad',
      word: t('promise.cannotBeOrdered'),
      sentence: t('promise.apiProblem', {
        problem: say(apiProblemWording, apiProblem),
      }),
      nextStep: t('promise.apiProblemNext'),
    };
  }
  return {
    tone: 'good',
    word: t('promise.available'),
    sentence: api
      ? t('promise.availableSentence', { name })
      : t('promise.withoutApi'),
  };
}

function describeLack(
  { requiredPromises, message }: DescribedPromise,
  name: string,
  t: Translate,
): string {
  const missing = requiredPromises
    .filter(isRequirementMissing)
    .map(required => `${required.name} ${required.version}`.trim());
  if (missing.length > 0) {
    return t('promise.missing', { name, missing: missing.join(', ') });
  }
  return message
    ? t('promise.unavailableMessage', { name, message })
    : t('promise.unavailableSentence', { name });
}
