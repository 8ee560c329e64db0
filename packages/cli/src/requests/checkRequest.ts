import type { JsonObject } from '@backstage/types';
import {
  createObjectJudge,
  type PromiseApi,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Finding } from '../check/Finding';
import { checkMetadata } from './checkMetadata';

/**
 * Judges a request as the API server would: an error for each reason to refuse it, a warning for each field
 * that it would drop.
 * @internal
 */
export function checkRequest(request: JsonObject, api: PromiseApi): Finding[] {
  const verdict = createObjectJudge(api.schema)(request);
  return [
    ...checkMetadata(request),
    ...verdict.errors.map(
      ({ field, detail }): Finding => ({
        severity: 'error',
        code: 'invalid-request',
        path: field,
        message: `${field || 'the request'}: ${detail}.`,
        advice: 'Correct it: the API server refuses the request.',
      }),
    ),
    ...verdict.pruned.map(
      (field): Finding => ({
        severity: 'warning',
        code: 'unknown-field',
        path: field,
        message: `${field}: the API does not know this field and drops it.`,
        advice: 'Look for a typing error, or remove it.',
      }),
    ),
    ...verdict.unjudged.map(
      ({ rule, field, why }): Finding => ({
        severity: 'info',
        code: 'rule-not-judged',
        path: field,
        message: `${
          field || 'the request'
        }: the rule ${rule} can only be judged by the API server (${why}).`,
        advice: 'Try the request with kubectl apply --dry-run=server.',
      }),
    ),
  ];
}
