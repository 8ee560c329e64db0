import {
  tell,
  type Parsed,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { z } from 'zod';
import { keyOf, type Observed } from './Observed';

const addressSchema = z.object({
  metadata: z.object({
    name: z.string().min(1),
    namespace: z.string().default(''),
    resourceVersion: z.string(),
  }),
});

/**
 * Addresses an object before anything is understood of it, so that a problem has a name and a removal finds
 * what it removes. Undefined for what no API server would send: something without a name.
 * @internal
 */
export function observe<T>(
  json: unknown,
  parse: (json: unknown) => Parsed<T>,
): Observed<T> | undefined {
  const address = addressSchema.safeParse(json);
  if (!address.success) {
    return undefined;
  }
  const { metadata } = address.data;
  return {
    ...metadata,
    key: keyOf(metadata),
    parsed: parseSafely(json, parse),
  };
}

// A parser that stumbles is our bug, yet it must not cost the rest of the collection.
function parseSafely<T>(
  json: unknown,
  parse: (json: unknown) => Parsed<T>,
): Parsed<T> {
  try {
    return parse(json);
  } catch (error) {
    return {
      ok: false,
      problem: {
        code: 'unreadable-object',
        ...tell('problem.unreadableObject', {
          reason: error instanceof Error ? error.name : 'unknown error',
        }),
      },
    };
  }
}
