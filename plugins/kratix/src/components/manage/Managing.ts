import type {
  OperationName,
  RequestOperationsResponse,
  RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fetched } from '../../api';
import type { Write } from '../../hooks';

/**
 * What every part of the page needs: what is known, and the one way to ask for something.
 * @internal
 */
export interface Managing {
  readonly requestRef: RequestRef;
  readonly known: RequestOperationsResponse;
  readonly write: Write<OperationName>;
  ask(
    name: OperationName,
    send: () => Promise<Fetched<unknown>>,
  ): Promise<boolean>;
  /** Forgets what became of something that was asked for. */
  settle(name: OperationName): void;
}

/**
 * What is said of one operation; one that is not named is not there.
 * @internal
 */
export function findOperation<Operation extends { readonly name: string }>(
  { operations }: { readonly operations: readonly Operation[] },
  name: Operation['name'],
): Operation | undefined {
  return operations.find(operation => operation.name === name);
}
