import type { JsonObject } from '@backstage/types';
import type { PromiseApi } from '../model';
import { findDifferences } from './findDifferences';
import type { FieldReason, ObjectJudge, RequestImpact } from './RequestImpact';

/**
 * What becomes of one request when its service gets another API. The judge is handed in, so that a platform's
 * own dry run can take its place.
 * @public
 */
export function judgeRequestImpact(
  request: JsonObject,
  before: PromiseApi,
  after: PromiseApi,
  judge: ObjectJudge,
): RequestImpact {
  const now = judge(request, after);
  const old = judge(request, before);
  if (now.errors.length > 0) {
    const isKnown = ({ path }: FieldReason) =>
      old.errors.some(error => error.path === path);
    const fresh = now.errors.filter(error => !isKnown(error));
    return fresh.length > 0
      ? {
          verdict: 'refused',
          reasons: [...fresh, ...now.errors.filter(isKnown)],
          differences: [],
          ...(isTolerated(now.object, after, judge) && { isTolerated: true }),
        }
      : { verdict: 'refusedBefore', reasons: now.errors, differences: [] };
  }
  const unjudged = now.unjudged.length > 0 ? { unjudged: now.unjudged } : {};
  const differences = findDifferences(
    whatItSays(old.object),
    whatItSays(now.object),
  );
  return {
    verdict: differences.length > 0 ? 'changed' : 'valid',
    reasons: [],
    differences,
    ...unjudged,
  };
}

/** Whether an update that changes nothing is taken. */
function isTolerated(
  object: JsonObject,
  api: PromiseApi,
  judge: ObjectJudge,
): boolean {
  return judge(object, api, object).errors.length === 0;
}

function whatItSays(object: JsonObject): JsonObject {
  const { apiVersion, kind, metadata, status, ...said } = object;
  return said;
}
