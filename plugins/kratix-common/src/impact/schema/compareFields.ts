import {
  asSchema,
  requiredOf,
  type CrdSchema,
} from '../../crdSchema/crdSchema';
import type { PromiseChange } from '../PromiseChange';
import { countsField } from './countsField';
import { compareRequired } from './compareRequired';
import { describeNewField } from './describeNewField';
import {
  ANY_VALUE,
  fieldPath,
  hasDefaultWithin,
  otherKeysOf,
  schemaOfKey,
  takesAnything,
  watchesFields,
} from './readSchema';
import type { SchemaPair } from './SchemaPair';
import { tell } from '../../wording';

/**
 * The fields of an object, named or not, and which of them must be there.
 * @internal
 */
export function compareFields(
  pair: SchemaPair,
  compareBelow: (below: SchemaPair) => PromiseChange[],
): PromiseChange[] {
  const names = new Set([...namesIn(pair.before), ...namesIn(pair.after)]);
  return [
    ...[...names].flatMap(name => compareField(name, pair, compareBelow)),
    ...compareOtherKeys(pair, compareBelow),
    ...compareRequired(pair),
  ];
}

function compareField(
  name: string,
  pair: SchemaPair,
  compareBelow: (below: SchemaPair) => PromiseChange[],
): PromiseChange[] {
  const path = fieldPath(pair.path, name);
  const before = schemaOfKey(pair.before, name);
  const after = schemaOfKey(pair.after, name);
  const isWatched = pair.isWatched || watchesFields(pair.after);
  if (before === ANY_VALUE && after !== ANY_VALUE && after) {
    return [
      {
        code: 'field-added',
        severity: takesAnything(after) ? 'safe' : 'breaking',
        path,
        ...tell('schema.judgedNow', { path }),
      },
    ];
  }
  if (after === ANY_VALUE && before !== ANY_VALUE && before) {
    return [
      {
        code: 'field-removed',
        severity: hasDefaultWithin(before) ? 'risky' : 'safe',
        path,
        ...tell('schema.judgedNoLonger', { path }),
      },
    ];
  }
  const isCounted = countsField(pair.after, name);
  if (before && after) {
    return compareBelow({ before, after, path, isWatched }).map(change =>
      isCounted && change.path === path && comesOrGoes.has(change.code)
        ? { ...change, severity: 'breaking' }
        : change,
    );
  }
  if (after) {
    return [
      describeNewField({
        path,
        schema: after,
        isRequired: requiredOf(pair.after).includes(name),
        isWatched,
        isCounted,
      }),
    ];
  }
  return [
    {
      code: 'field-removed',
      severity: 'breaking',
      path,
      ...tell('schema.gone', { path }),
    },
  ];
}

/** A default that is new or gone lets a field appear or vanish in requests that leave it out. */
const comesOrGoes = new Set(['default-added', 'default-removed']);

function compareOtherKeys(
  pair: SchemaPair,
  compareBelow: (below: SchemaPair) => PromiseChange[],
): PromiseChange[] {
  const before = otherKeysOf(pair.before);
  const after = otherKeysOf(pair.after);
  const path = `${pair.path}{}`;
  if (!before && after && after !== ANY_VALUE) {
    return [
      {
        code: 'field-added',
        severity: 'safe',
        path,
        ...tell('schema.keysNew', { path: pair.path }),
      },
    ];
  }
  if (!before || (before === ANY_VALUE && !after)) {
    // That unknown fields are preserved now, or no longer, is told by compareUnknownFields.
    return [];
  }
  if (after) {
    const isWatched = pair.isWatched || watchesFields(pair.after);
    return compareBelow({ before, after, path, isWatched });
  }
  return [
    {
      code: 'field-removed',
      severity: 'breaking',
      path,
      ...tell('schema.keysGone', { path: pair.path }),
    },
  ];
}

function namesIn(schema: CrdSchema): string[] {
  return Object.keys(asSchema(schema.properties));
}
