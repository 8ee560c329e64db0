import type { CrdSchema } from '../../crdSchema/crdSchema';
import type { PromiseChange } from '../PromiseChange';
import { numberOf } from './readSchema';
import type { SchemaPair } from './SchemaPair';
import { tell, wordingOf, type Told } from '../../wording';

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
  readonly keyword: LimitKeyword;
  readonly exclusive?: string;
  readonly side: 'least' | 'most';
}

type LimitKeyword =
  | 'minimum'
  | 'maximum'
  | 'minLength'
  | 'maxLength'
  | 'minItems'
  | 'maxItems'
  | 'minProperties'
  | 'maxProperties';

const LIMITS: readonly Limit[] = [
  { keyword: 'minimum', exclusive: 'exclusiveMinimum', side: 'least' },
  { keyword: 'maximum', exclusive: 'exclusiveMaximum', side: 'most' },
  { keyword: 'minLength', side: 'least' },
  { keyword: 'maxLength', side: 'most' },
  { keyword: 'minItems', side: 'least' },
  { keyword: 'maxItems', side: 'most' },
  { keyword: 'minProperties', side: 'least' },
  { keyword: 'maxProperties', side: 'most' },
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
      ...describeLimit(limit, path, { old, now }),
      ...(old && { before: old.value }),
      ...(now && { after: now.value }),
    },
  ];
}

function describeLimit(
  { keyword }: Limit,
  path: string,
  { old, now }: { old: Bound | undefined; now: Bound | undefined },
): Told {
  const show = ({ value, isExclusive }: Bound) =>
    isExclusive ? wordingOf('schema.exclusive', { value }) : value;
  if (!now) {
    const bound = wordingOf(`schema.${keyword}`, { value: old?.value ?? '' });
    return tell('schema.boundGone', { path, bound });
  }
  const bound = wordingOf(`schema.${keyword}`, { value: show(now) });
  return old
    ? tell('schema.boundChanged', { path, bound, before: show(old) })
    : tell('schema.boundNow', { path, bound });
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
      ...(now === undefined
        ? tell('schema.multipleGone', { path, value: old ?? '' })
        : tell('schema.multipleNow', { path, value: now })),
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
      ...tell(is ? 'schema.onceOnly' : 'schema.twiceToo', { path }),
    },
  ];
}
