import type { PlannedCondition } from '../conditions/conditions';

/** @internal */
export interface DestinationFacts {
  /** `<kind>/<name>` */
  storeLabel: string;
  hasStore: boolean;
  isStoreReady: boolean;
  writeError?: string;
  writesTestDocuments: boolean;
}

/** The Ready condition of a Destination (internal/controller/destination_controller.go). @internal */
export function planDestination(facts: DestinationFacts): PlannedCondition {
  const { storeLabel, writeError } = facts;
  if (!facts.hasStore) {
    return notReady('StateStoreNotFound', `${storeLabel}: not found`);
  }
  if (!facts.isStoreReady) {
    return notReady('StateStoreNotReady', `${storeLabel}: not ready`);
  }
  if (!facts.writesTestDocuments) {
    return ready('DestinationReady', 'Destination is ready');
  }
  return writeError === undefined
    ? ready('TestDocumentsWritten', 'Test documents written to State Store')
    : notReady(
        'StateStoreWriteFailed',
        `Failed to write test documents to State Store: ${writeError}`,
      );
}

function ready(reason: string, message: string): PlannedCondition {
  return { type: 'Ready', status: 'True', reason, message };
}

function notReady(reason: string, message: string): PlannedCondition {
  return { type: 'Ready', status: 'False', reason, message };
}
