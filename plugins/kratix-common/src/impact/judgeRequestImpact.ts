import type { JsonObject } from '@backstage/types';
import type { PromiseApi } from '../model';
import { findDifferences } from './findDifferences';
import type { ObjectJudge, RequestImpact } from './RequestImpact';

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
    // An update that changes nothing.
    const update = judge(now.object, after, now.object);
    return {
      verdict: old.errors.length > 0 ? 'refusedBefore' : 'refused',
      reasons: now.errors,
      differences: [],
      ...(update.errors.length === 0 && { isTolerated: true }),
    };
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

function whatItSays(object: JsonObject): JsonObject {
  const { apiVersion, kind, metadata, status, ...said } = object;
  return said;
}
