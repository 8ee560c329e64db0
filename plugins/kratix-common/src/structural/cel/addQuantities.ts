import type { AddFunction } from './AddFunction';

/**
 * An amount like `500m` or `2Gi`, exactly: so many parts of a billion of one.
 * Source: k8s.io/apimachinery/pkg/api/resource/quantity.go, k8s.io/apiserver/pkg/cel/library/quantity.go.
 * @internal
 */
export class Quantity {
  constructor(readonly nanos: bigint) {}
}

/** @internal */
export function addQuantities(add: AddFunction): void {
  add('isQuantity(string): bool', (text: string) => parse(text) !== undefined);
  add('quantity(string): Quantity', (text: string) => {
    const quantity = parse(text);
    if (!quantity) {
      throw new Error(`cannot convert ${JSON.stringify(text)} to a quantity`);
    }
    return quantity;
  });
  addComparisons(add);
  add('Quantity.add(Quantity): Quantity', (a: Quantity, b: Quantity) =>
    sum(a, b.nanos),
  );
  add('Quantity.add(int): Quantity', (a: Quantity, b: bigint) =>
    sum(a, b * one),
  );
  add('Quantity.sub(Quantity): Quantity', (a: Quantity, b: Quantity) =>
    sum(a, -b.nanos),
  );
  add('Quantity.sub(int): Quantity', (a: Quantity, b: bigint) =>
    sum(a, -b * one),
  );
  add(
    'Quantity.isInteger(): bool',
    ({ nanos }: Quantity) => nanos % one === 0n,
  );
  add('Quantity.asInteger(): int', ({ nanos }: Quantity) => {
    if (nanos % one !== 0n) {
      throw new Error('cannot convert value to integer');
    }
    return nanos / one;
  });
  add(
    'Quantity.asApproximateFloat(): double',
    ({ nanos }: Quantity) => Number(nanos) / Number(one),
  );
}

function addComparisons(add: AddFunction): void {
  const compare = (a: Quantity, b: Quantity) => sign(a.nanos - b.nanos);
  add('Quantity.compareTo(Quantity): int', compare);
  add(
    'Quantity.isGreaterThan(Quantity): bool',
    (a: Quantity, b: Quantity) => compare(a, b) > 0n,
  );
  add(
    'Quantity.isLessThan(Quantity): bool',
    (a: Quantity, b: Quantity) => compare(a, b) < 0n,
  );
  add('Quantity.sign(): int', ({ nanos }: Quantity) => sign(nanos));
}

const one = 1_000_000_000n;

function sum({ nanos }: Quantity, more: bigint): Quantity {
  return new Quantity(nanos + more);
}

function sign(nanos: bigint): bigint {
  if (nanos === 0n) {
    return 0n;
  }
  return nanos > 0n ? 1n : -1n;
}

const decimal = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const binary = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

function parse(text: string): Quantity | undefined {
  const match =
    /^([+-]?)(\d+(?:\.\d*)?|\.\d+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?\d{1,3})?$/.exec(
      text,
    );
  if (!match) {
    return undefined;
  }
  const [, minus, digits = '', suffix = ''] = match;
  const [whole = '', fraction = ''] = digits.split('.');
  const scaled = scale(BigInt(`${whole}${fraction}` || '0') * one, suffix);
  // As the API server does: what is finer than a billionth is rounded up.
  const parts = 10n ** BigInt(fraction.length) * scaled.divisor;
  const nanos = (scaled.dividend + parts - 1n) / parts;
  return new Quantity(minus === '-' ? -nanos : nanos);
}

function scale(
  dividend: bigint,
  suffix: string,
): { dividend: bigint; divisor: bigint } {
  if (suffix.endsWith('i')) {
    const power = BigInt(10 * binary.indexOf(suffix));
    return { dividend: dividend * 2n ** power, divisor: 1n };
  }
  const power = /^[eE]./.test(suffix)
    ? Number(suffix.slice(1))
    : 3 * (decimal.indexOf(suffix) - decimal.indexOf(''));
  const factor = 10n ** BigInt(Math.abs(power));
  return power < 0
    ? { dividend, divisor: factor }
    : { dividend: dividend * factor, divisor: 1n };
}
