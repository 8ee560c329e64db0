import type { JsonObject } from '@backstage/types';
import {
  createObjectJudge,
  formatFieldError,
  type PromiseApi,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Finding } from '../check/Finding';
import { checkMetadata } from './checkMetadata';

/**
 * Judges a request as the API server would: an error for each reason to refuse it, in its words, and a warning
 * for each field that it would drop.
 * @internal
 */
export function checkRequest(request: JsonObject, api: PromiseApi): Finding[] {
  const verdict = createObjectJudge(api.schema)(request);
  return [
    ...checkMetadata(request),
    ...verdict.errors.map(
      (error): Finding => ({
        severity: 'error',
        code: 'invalid-request',
        path: error.field,
        message: `${error.field || 'the request'}: ${formatFieldError(error)}`,
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
