import {
  buildPromiseEntities,
  checkStructure,
  parsePromise,
  reviewForm,
  type KratixPromise,
  type Problem,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { anyPlatform } from '../anyPlatform';
import { isJsonObject } from '../files/isJsonObject';
import { adviceFor } from './adviceFor';
import type { Finding, Severity } from './Finding';

/**
 * What was found in one Promise.
 * @public
 */
export interface PromiseReport {
  /** Absent when the Promise has no usable name. */
  readonly promise?: string;
  readonly findings: readonly Finding[];
}

/**
 * Checks a Promise the way the API server and the portal will read it.
 * @public
 */
export function checkPromise(json: unknown): PromiseReport {
  const parsed = parsePromise(json);
  if (!parsed.ok) {
    return { findings: withSeverity('error', [parsed.problem]) };
  }
  const promise = parsed.value;
  return {
    promise: promise.name,
    findings: [
      ...withSeverity('error', shapeProblems(json)),
      ...withSeverity('error', promise.apiProblem ? [promise.apiProblem] : []),
      ...withSeverity('error', refusals(promise)),
      ...withSeverity('warning', parsed.problems),
      ...withSeverity('warning', problemsOfEntities(promise)),
      ...withSeverity('info', remarks(promise)),
      ...describeMissingApi(promise),
    ],
  };
}

function shapeProblems(json: unknown): readonly Problem[] {
  const spec = isJsonObject(json) ? json.spec : undefined;
  return spec === undefined || spec === null || isJsonObject(spec)
    ? []
    : [
        {
          code: 'invalid-promise',
          message: 'Its spec must be an object; the API server refuses it.',
          path: 'spec',
        },
      ];
}

function refusals({ api }: KratixPromise): readonly Problem[] {
  return api ? checkStructure(api.schema) : [];
}

function problemsOfEntities(promise: KratixPromise): Problem[] {
  const { problems } = buildPromiseEntities(promise, anyPlatform('platform'));
  return problems.filter(({ code }) => code !== promise.apiProblem?.code);
}

function remarks({ api }: KratixPromise): readonly Problem[] {
  return api ? reviewForm(api) : [];
}

function describeMissingApi({ api, apiProblem }: KratixPromise): Finding[] {
  return api || apiProblem
    ? []
    : withSeverity('info', [
        {
          code: 'no-api',
          message: 'It has no spec.api: nothing can be ordered from it.',
          path: 'spec.api',
        },
      ]);
}

function withSeverity(
  severity: Severity,
  problems: readonly Problem[],
): Finding[] {
  return problems.map(problem => {
    const advice = adviceFor(problem.code);
    return { ...problem, severity, ...(advice && { advice }) };
  });
}
