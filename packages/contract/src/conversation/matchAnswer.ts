import { normalise } from './normalise';

/**
 * The received answer with `<any>` wherever the expected one has it, so that the two can be compared whole.
 * @public
 */
export function toComparable(
  received: unknown,
  expected: unknown,
): { received: unknown; expected: unknown } {
  const plain = normalise(received);
  return {
    received: blank(plain, expected),
    expected: normalise(expected),
  };
}

function blank(received: unknown, expected: unknown): unknown {
  if (expected === '<any>') {
    return received === undefined ? undefined : '<any>';
  }
  if (Array.isArray(received) && Array.isArray(expected)) {
    return received.map((item, index) => blank(item, expected[index]));
  }
  if (isRecord(received) && isRecord(expected)) {
    return Object.fromEntries(
      Object.entries(received).map(([key, child]) => [
        key,
        blank(child, expected[key]),
      ]),
    );
  }
  return received;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
