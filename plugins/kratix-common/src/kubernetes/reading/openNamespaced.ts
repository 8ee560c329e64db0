import type { ObjectIdentity, Parsed, Problem } from '../../model';
import { parseIdentity, type ExpectedObject } from '../parseIdentity';
import { childObject } from './readField';

/**
 * An object that is what it should be, ready to be read.
 * @internal
 */
export interface OpenedObject {
  readonly identity: ObjectIdentity;
  readonly namespace: string;
  /** Empty when it is missing or no object. */
  readonly spec: Record<string, unknown>;
  readonly status: Record<string, unknown>;
  /** What could not be read so far; whoever reads on adds to it. */
  readonly problems: Problem[];
}

/**
 * What reading a namespaced object begins with.
 * @internal
 */
export function openNamespaced(
  json: unknown,
  expected: Omit<ExpectedObject, 'scope'>,
): Parsed<OpenedObject> {
  const parsed = parseIdentity(json, { ...expected, scope: 'Namespaced' });
  if (!parsed.ok) {
    return parsed;
  }
  const { identity, namespace, json: object } = parsed.value;
  const problems = [...parsed.problems];
  return {
    ok: true,
    problems,
    value: {
      identity,
      namespace,
      spec: childObject(object, 'spec'),
      status: childObject(object, 'status'),
      problems,
    },
  };
}
