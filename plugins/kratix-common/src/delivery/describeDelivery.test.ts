import { deliveryCodeSchema, type DeliveryReason } from '../contracts/delivery';
import { isKnownWording, toEnglish } from '../wording';
import { describeDelivery } from './describeDelivery';

const cases: readonly [DeliveryReason, string][] = [
  [
    { code: 'delivered', destination: 'eu', store: 'git' },
    'The files are in git, for eu.',
  ],
  [
    { code: 'delivered' },
    'The files are in its state store, for a Destination.',
  ],
  [
    { code: 'notWrittenYet', destination: 'eu' },
    'It belongs to eu; its files are being written.',
  ],
  [{ code: 'placing' }, 'Finding where it belongs.'],
  [
    { code: 'matchFound', destination: 'eu' },
    'eu matches now. The platform looks again within a minute.',
  ],
  [{ code: 'noDestination' }, 'No Destination takes it.'],
  [
    { code: 'noDestination', unmet: ['zone=eu', 'tier=test'] },
    'No Destination has zone=eu, tier=test.',
  ],
  [
    { code: 'selectorMismatch', destination: 'eu' },
    'It was placed on eu, whose labels no longer match. It stays there and is still written.',
  ],
  [
    { code: 'selectorMismatch', destination: 'eu', unmet: ['zone=eu'] },
    'It was placed on eu, whose labels no longer match: zone=eu is missing. It stays there and is still written.',
  ],
  [{ code: 'writeFails', store: 'git' }, 'Writing to git fails.'],
  [
    { code: 'writeFails', store: 'git', message: 'no {{store}}.' },
    'Writing to git fails (no {{store}}).',
  ],
  [
    { code: 'destinationNotReady', message: 'why' },
    'A Destination is not ready, so nothing is written (why).',
  ],
  [
    {
      code: 'destinationNotReady',
      destination: 'eu',
      isEarlierVersionThere: true,
    },
    'eu is not ready: what was written before stays, changes wait.',
  ],
  [
    { code: 'storeNotReady', store: 'git' },
    'git cannot be used now, so nothing is written.',
  ],
  [
    { code: 'storeNotReady', isEarlierVersionThere: true },
    'Its state store cannot be used now: what was written before stays, changes wait.',
  ],
  [
    { code: 'destinationGone', destination: 'eu' },
    'eu does not exist any more.',
  ],
  [{ code: 'removing' }, 'It is being removed.'],
  [
    { code: 'removing', destination: 'eu', store: 'git' },
    'Its files are being taken out of git.',
  ],
  [
    { code: 'other' },
    'These pages do not know this state of a delivery: they are older than the backend.',
  ],
];

describe('describeDelivery', () => {
  it.each(cases)('says %j', (reason, sentence) => {
    const text = describeDelivery(reason);

    expect(toEnglish(text.sentence)).toBe(sentence);
    expect(
      [text.word, text.sentence, text.nextStep ?? text.word].map(
        isKnownWording,
      ),
    ).toEqual([true, true, true]);
  });

  it('is shown here for every way to stand', () => {
    const shown = new Set(cases.map(([{ code }]) => code));

    expect([...shown].sort()).toEqual(
      [...deliveryCodeSchema.unwrap().options].sort(),
    );
  });

  it('takes what a newer backend says for what is not known', () => {
    expect(deliveryCodeSchema.parse('lostInSpace')).toBe('other');
  });
});
