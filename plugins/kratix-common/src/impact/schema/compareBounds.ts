import type { CrdSchema } from '../../crdSchema/crdSchema';
import type { PromiseChange } from '../PromiseChange';
import { numberOf } from './readSchema';
import type { SchemaPair } from './SchemaPair';

/**
 * Bounds of numbers, lengths and counts.
 * @internal
 */
export function compareBounds(pair: SchemaPair): PromiseChange[] {
  return [
    ...LIMITS.flatMap(limit => compareLimit(limit, pair)),
    ...compareStep(pair),
    ...compareUniqueness(pair),
  ];
}

interface Limit {
  readonly keyword: string;
  readonly exclusive?: string;
  readonly side: 'least' | 'most';
  readonly words: string;
}

const LIMITS: readonly Limit[] = [
  {
    keyword: 'minimum',
    exclusive: 'exclusiveMinimum',
    side: 'least',
    words: 'be at least',
  },
  {
    keyword: 'maximum',
    exclusive: 'exclusiveMaximum',
    side: 'most',
    words: 'be at most',
  },
  { keyword: 'minLength', side: 'least', words: 'have a length of at least' },
  { keyword: 'maxLength', side: 'most', words: 'have a length of at most' },
  {
    keyword: 'minItems',
    side: 'least',
    words: 'have an entry count of at least',
  },
  {
    keyword: 'maxItems',
    side: 'most',
    words: 'have an entry count of at most',
  },
  {
    keyword: 'minProperties',
    side: 'least',
    words: 'have a field count of at least',
  },
  {
    keyword: 'maxProperties',
    side: 'most',
    words: 'have a field count of at most',
  },
];

interface Bound {
  readonly value: number;
  readonly isExclusive: boolean;
}

function compareLimit(limit: Limit, pair: SchemaPair): PromiseChange[] {
  const { path } = pair;
  const old = readBound(limit, pair.before);
  const now = readBound(limit, pair.after);
  if (old?.value === now?.value && old?.isExclusive === now?.isExclusive) {
    return [];
  }
  const isTighter =
    now !== undefined &&
    (!old || tightens(limit, old, now) || !isOfItsType(now.value, pair.after));
  return [
    {
      code: 'bound-changed',
      severity: isTighter ? 'breaking' : 'safe',
      path,
      message: now
        ? `${path} must now ${limit.words} ${now.value}${
            now.isExclusive ? ', not equal' : ''
          }${
            old
              ? ` (was ${old.value}${old.isExclusive ? ', not equal' : ''})`
              : ''
          }.`
        : `${path} no longer has to ${limit.words} ${old?.value}.`,
      ...(old && { before: old.value }),
      ...(now && { after: now.value }),
    },
  ];
}

function readBound(limit: Limit, schema: CrdSchema): Bound | undefined {
  const value = numberOf(schema, limit.keyword);
  // A least count of nothing says nothing.
  const isNothing = limit.side === 'least' && !limit.exclusive && value === 0;
  return value === undefined || isNothing
    ? undefined
    : {
        value,
        isExclusive:
          limit.exclusive !== undefined && schema[limit.exclusive] === true,
      };
}

/**
 * A bound that its own type cannot hold (0.5 of an integer) refuses every value. Source:
 * `IsValueValidAgainstRange` of k8s.io/kube-openapi/pkg/validation/validate/values.go.
 */
function isOfItsType(bound: number, { type, format }: CrdSchema): boolean {
  if (type === 'integer') {
    const limit = format === 'int32' ? 2 ** 31 : 2 ** 63;
    return Number.isInteger(bound) && bound >= -limit && bound < limit;
  }
  return !(type === 'number' && format === 'float' && Math.abs(bound) > 3.4e38);
}

function tightens({ side }: Limit, old: Bound, now: Bound): boolean {
  if (old.value === now.value) {
    return now.isExclusive;
  }
  return side === 'least' ? now.value > old.value : now.value < old.value;
}

function compareStep(pair: SchemaPair): PromiseChange[] {
  const { before, after, path } = pair;
  const old = numberOf(before, 'multipleOf');
  const now = numberOf(after, 'multipleOf');
  if (old === now) {
    return [];
  }
  // Where the step is a fraction, the API server takes no whole number: it cuts the step to 0.
  const isWider =
    now === undefined ||
    (old !== undefined &&
      Number.isInteger(now) &&
      old % now === 0 &&
      isOfItsType(now, pair.after));
  return [
    {
      code: 'bound-changed',
      severity: isWider ? 'safe' : 'breaking',
      path,
      message:
        now === undefined
          ? `${path} no longer has to be a multiple of ${old}.`
          : `${path} must now be a multiple of ${now}.`,
      ...(old !== undefined && { before: old }),
      ...(now !== undefined && { after: now }),
    },
  ];
}

function compareUniqueness(pair: SchemaPair): PromiseChange[] {
  const { path } = pair;
  const was = pair.before.uniqueItems === true;
  const is = pair.after.uniqueItems === true;
  if (was === is) {
    return [];
  }
  return [
    {
      code: 'bound-changed',
      severity: is ? 'breaking' : 'safe',
      path,
      message: is
        ? `${path} may no longer hold the same entry twice.`
        : `${path} may now hold the same entry twice.`,
    },
  ];
}
