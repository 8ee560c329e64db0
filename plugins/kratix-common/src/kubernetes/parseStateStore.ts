import type { Parsed, Problem, StateStore, StateStoreKind } from '../model';
import { parseIdentity } from './parseIdentity';
import { readConditions } from './reading/readConditions';
import { childObject, messageText, readField, word } from './reading/readField';

/**
 * Step 2 of 7: reads a GitStateStore or a BucketStateStore (kratix-domain 1.8). Nothing of its secret.
 * @public
 */
export function parseStateStore(
  json: unknown,
  kind: StateStoreKind,
): Parsed<StateStore> {
  const parsed = parseIdentity(json, {
    kind,
    group: 'platform.kratix.io',
    scope: 'Cluster',
  });
  if (!parsed.ok) {
    return parsed;
  }
  const { identity, json: object } = parsed.value;
  const problems: Problem[] = [...parsed.problems];
  const spec = childObject(object, 'spec');
  const status = childObject(object, 'status');
  const read = (key: string) =>
    readField(messageText, spec[key], `spec.${key}`, problems) || undefined;
  const branch = kind === 'GitStateStore' ? read('branch') : undefined;
  const path = read('path');
  const state = readField(word, status.status, 'status.status', problems);
  return {
    ok: true,
    problems,
    value: {
      ...identity,
      kind,
      location:
        kind === 'GitStateStore'
          ? withoutCredentials(read('url') ?? '')
          : [read('endpoint'), read('bucketName')].filter(Boolean).join('/'),
      ...(branch && { branch }),
      ...(path && { path }),
      ...(state && { status: state }),
      conditions: readConditions(status.conditions, problems),
    },
  };
}

/** `https://user:token@host/…` is a way to write a URL that people use. */
function withoutCredentials(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/]*@/i, '$1');
}
