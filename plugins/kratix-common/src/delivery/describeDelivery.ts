import type { DeliveryCode, DeliveryReason } from '../contracts/delivery';
import type { Tone } from '../model';

/**
 * What to say of one part of a delivery.
 * @public
 */
export interface DeliveryText {
  readonly word: string;
  readonly tone: Tone;
  readonly sentence: string;
  readonly nextStep?: string;
}

type Sentence = Pick<DeliveryText, 'sentence' | 'nextStep'>;

const words: Readonly<Record<DeliveryCode, readonly [string, Tone]>> = {
  delivered: ['Delivered', 'good'],
  notWrittenYet: ['Being written', 'busy'],
  placing: ['Being placed', 'busy'],
  matchFound: ['Being placed', 'busy'],
  noDestination: ['Nowhere to go', 'bad'],
  selectorMismatch: ['In the wrong place', 'bad'],
  writeFails: ['Cannot be written', 'bad'],
  destinationNotReady: ['Destination not ready', 'bad'],
  storeNotReady: ['Store not ready', 'bad'],
  destinationGone: ['Destination gone', 'bad'],
  removing: ['Being removed', 'busy'],
};

/**
 * One word, one tone, one sentence and one next step for each way that a part of a delivery can stand.
 * @public
 */
export function describeDelivery(reason: DeliveryReason): DeliveryText {
  const [word, tone] = words[reason.code];
  return { word, tone, ...sentences[reason.code](reason) };
}

const sentences: Readonly<
  Record<DeliveryCode, (reason: DeliveryReason) => Sentence>
> = {
  delivered: reason => ({
    sentence: `The files are in ${storeOf(reason)}, for ${placeOf(reason)}.`,
  }),
  notWrittenYet: reason => ({
    sentence: `It belongs to ${placeOf(reason)}; its files are being written.`,
  }),
  placing: () => ({ sentence: 'Finding where it belongs.' }),
  matchFound: reason => ({
    sentence: `${placeOf(
      reason,
    )} matches now. The platform looks again within a minute.`,
  }),
  noDestination: ({ unmet = [] }) => ({
    sentence:
      unmet.length > 0
        ? `No Destination has ${unmet.join(', ')}.`
        : 'No Destination takes it.',
    nextStep:
      'Label the Destination that should take it, or change what is asked for.',
  }),
  selectorMismatch: reason => ({
    sentence: `It was placed on ${placeOf(
      reason,
    )}, whose labels no longer match${
      reason.unmet?.length ? `: ${reason.unmet.join(', ')} is missing` : ''
    }. It stays there and is still written.`,
    nextStep:
      'Give the Destination the label back, or remove the request and order it again.',
  }),
  writeFails: reason => ({
    sentence: withMessage(`Writing to ${storeOf(reason)} fails`, reason),
    nextStep: 'Mend the state store; the platform tries again by itself.',
  }),
  destinationNotReady: reason => ({
    sentence: withMessage(
      `${placeOf(reason)} is not ready${waiting(reason)}`,
      reason,
    ),
    nextStep: 'See what the Destination reports.',
  }),
  storeNotReady: reason => ({
    sentence: withMessage(
      `${storeOf(reason)} cannot be used now${waiting(reason)}`,
      reason,
    ),
    nextStep: 'Check the address and the credentials of the state store.',
  }),
  destinationGone: reason => ({
    sentence: `${placeOf(reason)} does not exist any more.`,
    nextStep: 'Bring the Destination back, or remove the request.',
  }),
  removing: reason => ({
    sentence: reason.destination
      ? `Its files are being taken out of ${storeOf(reason)}.`
      : 'It is being removed.',
  }),
};

function placeOf({ destination }: DeliveryReason): string {
  return destination || 'a Destination';
}

function storeOf({ store }: DeliveryReason): string {
  return store || 'its state store';
}

function waiting({ isEarlierVersionThere }: DeliveryReason): string {
  return isEarlierVersionThere
    ? ': what was written before stays, changes wait'
    : ', so nothing is written';
}

function withMessage(text: string, { message }: DeliveryReason): string {
  return message ? `${text} (${message.replace(/\.$/, '')}).` : `${text}.`;
}
