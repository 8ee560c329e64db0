import { phaseMessages } from '../model/phase/phaseMessages';

/**
 * How one part of a delivery stands: a word for each way, where there is only room for one.
 * @internal
 */
export const deliveryWordWordings = {
  delivered: 'Delivered',
  beingWritten: 'Being written',
  beingPlaced: 'Being placed',
  nowhere: phaseMessages.word.Unschedulable,
  misplaced: phaseMessages.word.Misplaced,
  cannotBeWritten: phaseMessages.word.WriteFailed,
  destinationNotReady: 'Destination not ready',
  storeNotReady: 'Store not ready',
  destinationGone: 'Destination gone',
  beingRemoved: phaseMessages.word.Deleting,
  notKnown: 'Not known',
} as const;

/**
 * How one part of a delivery stands, why, and what to do.
 * @internal
 */
export const deliveryWordings = {
  delivered: 'The files are in {{store}}, for {{destination}}.',
  beingWritten: 'It belongs to {{destination}}; its files are being written.',
  placing: phaseMessages.sentence.scheduling,
  matchFound:
    '{{destination}} matches now. The platform looks again within a minute.',
  noDestinationHas: phaseMessages.sentence.noDestinationHas,
  noDestination: 'No Destination takes it.',
  noDestinationNext:
    'Label the Destination that should take it, or change what is asked for.',
  misplaced:
    'It was placed on {{destination}}, whose labels no longer match. It stays there and is still written.',
  misplacedLacking:
    'It was placed on {{destination}}, whose labels no longer match: {{labels}} is missing. It stays there and is still written.',
  misplacedNext:
    'Give the Destination the label back, or remove the request and order it again.',
  writeFails: 'Writing to {{store}} fails',
  writeFailsNext: 'Mend the state store; the platform tries again by itself.',
  destinationNotReady: '{{destination}} is not ready, so nothing is written',
  destinationNotReadyLater:
    '{{destination}} is not ready: what was written before stays, changes wait',
  destinationNotReadyNext: 'See what the Destination reports.',
  storeNotReady: '{{store}} cannot be used now, so nothing is written',
  storeNotReadyLater:
    '{{store}} cannot be used now: what was written before stays, changes wait',
  storeNotReadyNext:
    'Check the address and the credentials of the state store.',
  destinationGone: '{{destination}} does not exist any more.',
  destinationGoneNext: 'Bring the Destination back, or remove the request.',
  takenOut: 'Its files are being taken out of {{store}}.',
  notKnown:
    'These pages do not know this state of a delivery: they are older than the backend.',
  notKnownNext: 'Reload the page, then update both.',
  plain: '{{what}}.',
  /** Something that went wrong, and the cluster's words for why. */
  because: '{{what}} ({{reason}}).',
  someDestination: 'a Destination',
  someDestinationFirst: 'A Destination',
  someStore: 'its state store',
  someStoreFirst: 'Its state store',
} as const;
