import type { CrdSchema } from '../../crdSchema/crdSchema';
import type { ImpactSeverity } from '../ImpactSeverity';
import type { PromiseChange } from '../PromiseChange';
import { showValue } from '../showValue';
import { defaultOf } from './readSchema';
import { tell } from '../../wording';

/**
 * A field that did not exist. No stored request says anything there, since the API server dropped it.
 * @internal
 */
export function describeNewField(field: {
  readonly path: string;
  readonly schema: CrdSchema;
  readonly isRequired: boolean;
  readonly isWatched: boolean;
  /** Whether the object can be refused because the field is there. */
  readonly isCounted: boolean;
}): PromiseChange {
  const { path, schema, isRequired, isWatched, isCounted } = field;
  const value = defaultOf(schema);
  const change = { code: 'field-added', path } as const;
  if (value !== undefined) {
    return {
      ...change,
      severity: weigh(isWatched, isCounted),
      ...tell(isWatched ? 'schema.newWatchedDefault' : 'schema.newDefault', {
        path,
        value: showValue(value),
      }),
      after: value,
    };
  }
  return isRequired
    ? {
        ...change,
        severity: 'breaking',
        ...tell('schema.newRequired', { path }),
      }
    : {
        ...change,
        severity: 'safe',
        ...tell('schema.newOptional', { path }),
      };
}

function weigh(isWatched: boolean, isCounted: boolean): ImpactSeverity {
  if (isCounted) {
    return 'breaking';
  }
  return isWatched ? 'risky' : 'safe';
}
