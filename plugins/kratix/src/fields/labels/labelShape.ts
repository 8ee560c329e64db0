import type { JsonObject, JsonValue } from '@backstage/types';
import { isRecord } from '../order/readOrder';

/**
 * One label that is asked for.
 * @internal
 */
export interface LabelRow {
  readonly key: string;
  readonly value: string;
}

/**
 * How a service's API holds labels: `text` is the value of one label, `map` are keys with values, `selector` is
 * `{ matchLabels }`, and `selectors` the list of those that Kratix itself takes (kratix-domain 4).
 * @internal
 */
export type LabelShape = 'text' | 'map' | 'selector' | 'selectors';

/**
 * The shape that a schema asks for; undefined for one that holds no labels.
 * @internal
 */
export function findLabelShape(schema: unknown): LabelShape | undefined {
  if (!isRecord(schema)) {
    return undefined;
  }
  const { type, items, properties, additionalProperties } = schema;
  const isA = (name: string) => [type].flat().includes(name);
  if (isA('string')) {
    return 'text';
  }
  if (isA('array')) {
    return findLabelShape(items) === 'selector' ? 'selectors' : undefined;
  }
  if (isRecord(properties) && isRecord(properties.matchLabels)) {
    return 'selector';
  }
  return isA('object') && isRecord(additionalProperties) ? 'map' : undefined;
}

/**
 * The labels of a value; undefined where it says more than labels, which rows would lose.
 * @internal
 */
export function readLabels(
  value: unknown,
  shape: Exclude<LabelShape, 'text'>,
): readonly LabelRow[] | undefined {
  if (value === undefined || value === null) {
    return [];
  }
  switch (shape) {
    case 'map':
      return readMap(value);
    case 'selector': {
      const { matchLabels, ...rest } = isRecord(value) ? value : { rest: '' };
      return Object.keys(rest).length === 0
        ? readLabels(matchLabels, 'map')
        : undefined;
    }
    case 'selectors': {
      const [first, ...others] = Array.isArray(value) ? value : ['', ''];
      return others.length === 0 ? readLabels(first, 'selector') : undefined;
    }
    default:
      return shape satisfies never;
  }
}

/**
 * The value that holds these labels. None are unset, and not an empty list.
 * @internal
 */
export function writeLabels(
  rows: readonly LabelRow[],
  shape: Exclude<LabelShape, 'text'>,
): JsonValue | undefined {
  const labels: JsonObject = Object.fromEntries(
    rows
      .filter(({ key }) => key !== '')
      .map(({ key, value }) => [key.trim(), value.trim()]),
  );
  if (Object.keys(labels).length === 0) {
    return undefined;
  }
  switch (shape) {
    case 'map':
      return labels;
    case 'selector':
      return { matchLabels: labels };
    case 'selectors':
      return [{ matchLabels: labels }];
    default:
      return shape satisfies never;
  }
}

function readMap(value: unknown): readonly LabelRow[] | undefined {
  const entries = isRecord(value) ? Object.entries(value) : undefined;
  return entries?.every(([, text]) => typeof text === 'string')
    ? entries.map(([key, text]) => ({ key, value: String(text) }))
    : undefined;
}
