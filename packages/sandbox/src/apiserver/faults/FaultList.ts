import type { RequestInfo } from '../http/RequestInfo';
import type { Fault } from './Fault';

/** The faults in force. @internal */
export class FaultList {
  #faults: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#faults.push({ fault, left: fault.times ?? Infinity });
  }

  clear(): void {
    this.#faults = [];
  }

  list(): readonly Fault[] {
    return this.#faults.map(({ fault }) => fault);
  }

  /** Those that this request meets; each is used once. */
  take(info: RequestInfo): readonly Fault[] {
    const met = this.#faults.filter(({ fault }) => matches(fault, info));
    for (const item of met) {
      item.left -= 1;
    }
    this.#faults = this.#faults.filter(({ left }) => left > 0);
    return met.map(({ fault }) => fault);
  }
}

function matches(fault: Fault, info: RequestInfo): boolean {
  return (
    (fault.verb ?? info.verb) === info.verb &&
    (fault.resource ?? info.resource) === info.resource &&
    (fault.group ?? info.group) === info.group &&
    (fault.namespace ?? info.namespace) === info.namespace
  );
}
