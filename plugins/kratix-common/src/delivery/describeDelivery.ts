import type { DeliveryCode, DeliveryReason } from '../contracts/delivery';
import type { Tone } from '../model';
import { wordingOf, type Wording, type WordingKey } from '../wording';

/**
 * What to say of one part of a delivery, in translatable form.
 * @public
 */
export interface DeliveryText {
  readonly word: Wording;
  readonly tone: Tone;
  readonly sentence: Wording;
  readonly nextStep?: Wording;
}

/**
 * How much one part of a delivery needs somebody.
 * @public
 */
export function deliveryTone({ code }: Pick<DeliveryReason, 'code'>): Tone {
  return words[code][1];
}

/**
 * One word, one tone, one sentence and one next step for each way that a part of a delivery can stand.
 * @public
 */
export function describeDelivery(reason: DeliveryReason): DeliveryText {
  const [word, tone] = words[reason.code];
  return {
    word: wordingOf(`deliveryWord.${word}`),
    tone,
    ...sentences[reason.code](reason),
  };
}

type Word = Extract<
  WordingKey,
  `deliveryWord.${string}`
> extends `deliveryWord.${infer Name}`
  ? Name
  : never;

const words: Readonly<Record<DeliveryCode, readonly [Word, Tone]>> = {
  delivered: ['delivered', 'good'],
  notWrittenYet: ['beingWritten', 'busy'],
  placing: ['beingPlaced', 'busy'],
  matchFound: ['beingPlaced', 'busy'],
  noDestination: ['nowhere', 'bad'],
  selectorMismatch: ['misplaced', 'bad'],
  writeFails: ['cannotBeWritten', 'bad'],
  destinationNotReady: ['destinationNotReady', 'bad'],
  storeNotReady: ['storeNotReady', 'bad'],
  destinationGone: ['destinationGone', 'bad'],
  removing: ['beingRemoved', 'busy'],
  other: ['notKnown', 'unknown'],
};

type Sentence = Pick<DeliveryText, 'sentence' | 'nextStep'>;

const sentences: Readonly<
  Record<DeliveryCode, (reason: DeliveryReason) => Sentence>
> = {
  delivered: reason => ({
    sentence: wordingOf('delivery.delivered', {
      store: storeOf(reason),
      destination: placeOf(reason),
    }),
  }),
  notWrittenYet: reason => ({
    sentence: wordingOf('delivery.beingWritten', {
      destination: placeOf(reason),
    }),
  }),
  placing: () => ({ sentence: wordingOf('delivery.placing') }),
  matchFound: reason => ({
    sentence: wordingOf('delivery.matchFound', {
      destination: firstPlaceOf(reason),
    }),
  }),
  noDestination: ({ unmet = [] }) => ({
    sentence:
      unmet.length > 0
        ? wordingOf('delivery.noDestinationHas', { labels: { list: unmet } })
        : wordingOf('delivery.noDestination'),
    nextStep: wordingOf('delivery.noDestinationNext'),
  }),
  selectorMismatch: reason => ({
    sentence: describeMismatch(reason),
    nextStep: wordingOf('delivery.misplacedNext'),
  }),
  writeFails: reason => ({
    sentence: withMessage(
      wordingOf('delivery.writeFails', { store: storeOf(reason) }),
      reason,
    ),
    nextStep: wordingOf('delivery.writeFailsNext'),
  }),
  destinationNotReady: reason => ({
    sentence: describeUnready('destinationNotReady', reason),
    nextStep: wordingOf('delivery.destinationNotReadyNext'),
  }),
  storeNotReady: reason => ({
    sentence: describeUnready('storeNotReady', reason),
    nextStep: wordingOf('delivery.storeNotReadyNext'),
  }),
  destinationGone: reason => ({
    sentence: wordingOf('delivery.destinationGone', {
      destination: firstPlaceOf(reason),
    }),
    nextStep: wordingOf('delivery.destinationGoneNext'),
  }),
  removing: reason => ({
    sentence: reason.destination
      ? wordingOf('delivery.takenOut', { store: storeOf(reason) })
      : wordingOf('operation.beingRemoved'),
  }),
  other: () => ({
    sentence: wordingOf('delivery.notKnown'),
    nextStep: wordingOf('delivery.notKnownNext'),
  }),
};

function describeMismatch(reason: DeliveryReason): Wording {
  const destination = placeOf(reason);
  return reason.unmet?.length
    ? wordingOf('delivery.misplacedLacking', {
        destination,
        labels: { list: reason.unmet },
      })
    : wordingOf('delivery.misplaced', { destination });
}

function describeUnready(
  code: 'destinationNotReady' | 'storeNotReady',
  reason: DeliveryReason,
): Wording {
  const form = reason.isEarlierVersionThere ? ('Later' as const) : '';
  return withMessage(
    code === 'storeNotReady'
      ? wordingOf(`delivery.${code}${form}`, { store: firstStoreOf(reason) })
      : wordingOf(`delivery.${code}${form}`, {
          destination: firstPlaceOf(reason),
        }),
    reason,
  );
}

function placeOf({ destination }: DeliveryReason): string | Wording {
  return destination || wordingOf('delivery.someDestination');
}

function firstPlaceOf({ destination }: DeliveryReason): string | Wording {
  return destination || wordingOf('delivery.someDestinationFirst');
}

function storeOf({ store }: DeliveryReason): string | Wording {
  return store || wordingOf('delivery.someStore');
}

function firstStoreOf({ store }: DeliveryReason): string | Wording {
  return store || wordingOf('delivery.someStoreFirst');
}

function withMessage(what: Wording, { message }: DeliveryReason): Wording {
  return message
    ? wordingOf('delivery.because', {
        what,
        reason: message.replace(/\.$/, ''),
      })
    : wordingOf('delivery.plain', { what });
}
