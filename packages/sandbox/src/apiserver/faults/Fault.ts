import { isObject } from '../json/json';
import { badRequest } from '../status/StatusError';

/** What can go wrong on purpose. @public */
export type FaultKind =
  | 'corrupt'
  | 'delay'
  | 'forbid'
  | 'hang'
  | 'refuse'
  | 'expire'
  | 'throttle';

/**
 * A disturbance of the requests that it matches, until removed or used up.
 * @public
 */
export interface Fault {
  readonly kind: FaultKind;
  /** Absent matches every verb. */
  readonly verb?: string;
  /** Plural resource name; absent matches all. */
  readonly resource?: string;
  readonly group?: string;
  readonly namespace?: string;
  /** Milliseconds, for `delay`. */
  readonly delayMs?: number;
  /** Seconds to wait, for `throttle`. */
  readonly retryAfterSeconds?: number;
  /** How many requests it disturbs; absent means all. */
  readonly times?: number;
}

const kinds: readonly FaultKind[] = [
  'corrupt',
  'delay',
  'expire',
  'forbid',
  'hang',
  'refuse',
  'throttle',
];

/** @internal */
export function parseFault(value: unknown): Fault {
  const fault = isObject(value) ? value : {};
  const kind = kinds.find(item => item === fault.kind);
  if (!kind) {
    throw badRequest(
      `kind: Unsupported value: ${JSON.stringify(
        fault.kind,
      )}: supported values: ${kinds.map(item => `"${item}"`).join(', ')}`,
    );
  }
  return {
    kind,
    ...texts(fault, ['verb', 'resource', 'group', 'namespace']),
    ...numbers(fault, ['delayMs', 'retryAfterSeconds', 'times']),
  };
}

function texts(value: Record<string, unknown>, keys: readonly string[]) {
  return Object.fromEntries(
    keys
      .filter(key => typeof value[key] === 'string')
      .map(key => [key, value[key]]),
  );
}

function numbers(value: Record<string, unknown>, keys: readonly string[]) {
  return Object.fromEntries(
    keys
      .filter(key => typeof value[key] === 'number')
      .map(key => [key, value[key]]),
  );
}
