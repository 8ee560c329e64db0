import { z } from 'zod';
import type { Destination, Parsed, Problem } from '../model';
import { parseIdentity } from './parseIdentity';
import {
  childObject,
  nonEmptyWord,
  readField,
  word,
} from './reading/readField';
import { readConditions } from './reading/readConditions';

const stateStoreSchema = z.object({ kind: nonEmptyWord, name: nonEmptyWord });

/**
 * Step 2 of 7: reads a Destination. Its labels are what Works are scheduled by (kratix-domain 1.7).
 * @public
 */
export function parseDestination(json: unknown): Parsed<Destination> {
  const parsed = parseIdentity(json, {
    kind: 'Destination',
    group: 'platform.kratix.io',
    scope: 'Cluster',
  });
  if (!parsed.ok) {
    return parsed;
  }
  const { identity, json: object } = parsed.value;
  const problems: Problem[] = [...parsed.problems];
  const spec = childObject(object, 'spec');
  const stateStore = readField(
    stateStoreSchema,
    spec.stateStoreRef,
    'spec.stateStoreRef',
    problems,
  );
  const filePathMode = readField(
    word,
    childObject(spec, 'filepath').mode,
    'spec.filepath.mode',
    problems,
  );
  return {
    ok: true,
    problems,
    value: {
      ...identity,
      path: readField(word, spec.path, 'spec.path', problems) ?? '',
      ...(stateStore && { stateStore }),
      strictMatchLabels: spec.strictMatchLabels === true,
      ...(filePathMode && { filePathMode }),
      conditions: readConditions(
        childObject(object, 'status').conditions,
        problems,
      ),
    },
  };
}
