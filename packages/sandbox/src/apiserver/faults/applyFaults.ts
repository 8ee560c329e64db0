import type { ServerResponse } from 'node:http';
import type { User } from '../auth/User';
import { attributesOf, denied } from '../auth/checkAccess';
import type { RequestInfo } from '../http/RequestInfo';
import { StatusError, expired } from '../status/StatusError';
import type { Fault } from './Fault';

/** What is left to do with a request after the faults. @internal */
export interface FaultOutcome {
  /** The faults have taken the request: nobody must answer it. */
  readonly isSwallowed: boolean;
  readonly isCorrupted: boolean;
}

/** Lets faults disturb a request: waits, breaks the connection, or throws the failure to answer with. @internal */
export async function applyFaults(
  faults: readonly Fault[],
  request: { res: ServerResponse; info: RequestInfo; user: User },
): Promise<FaultOutcome> {
  let isCorrupted = false;
  for (const fault of faults) {
    switch (fault.kind) {
      case 'delay':
        await delay(fault.delayMs ?? 1000);
        break;
      case 'corrupt':
        isCorrupted = true;
        break;
      case 'hang':
        return { isSwallowed: true, isCorrupted };
      case 'refuse':
        request.res.destroy();
        return { isSwallowed: true, isCorrupted };
      default:
        throw toFailure(fault, request);
    }
  }
  return { isSwallowed: false, isCorrupted };
}

function toFailure(
  fault: Fault,
  { info, user }: { info: RequestInfo; user: User },
): StatusError {
  switch (fault.kind) {
    case 'throttle':
      return new StatusError(
        429,
        'TooManyRequests',
        'the server has received too many requests and has asked us to try again later',
        { retryAfterSeconds: fault.retryAfterSeconds ?? 1 },
      );
    case 'expire':
      return expired('The resourceVersion for the provided watch is too old.');
    default:
      return denied(user, attributesOf(info));
  }
}

function delay(milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, milliseconds);
  });
}
