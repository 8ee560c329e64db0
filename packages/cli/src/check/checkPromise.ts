import {
  buildPromiseEntities,
  crdSchemaToForm,
  parsePromise,
  type KratixPromise,
  type Problem,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { anyPlatform } from '../anyPlatform';

/**
 * `error`: nothing can be ordered from it; `warning`: something is lost; `info`: good to know.
 * @public
 */
export type Severity = 'error' | 'warning' | 'info';

/**
 * One thing that was found in a Promise.
 * @public
 */
export interface Finding extends Problem {
  readonly severity: Severity;
}

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
 * Checks a Promise the way the portal will read it.
 * @public
 */
export function checkPromise(json: unknown): PromiseReport {
  const parsed = parsePromise(json);
  if (!parsed.ok) {
    return { findings: [{ ...parsed.problem, severity: 'error' }] };
  }
  const promise = parsed.value;
  return {
    promise: promise.name,
    findings: [
      ...withSeverity('error', promise.apiProblem ? [promise.apiProblem] : []),
      ...withSeverity('warning', parsed.problems),
      ...withSeverity('warning', problemsOfEntities(promise)),
      ...withSeverity('info', rulesLeftToPlatform(promise)),
      ...describeMissingApi(promise),
    ],
  };
}

function problemsOfEntities(promise: KratixPromise): Problem[] {
  const { problems } = buildPromiseEntities(promise, anyPlatform('platform'));
  return problems.filter(({ code }) => code !== promise.apiProblem?.code);
}

function rulesLeftToPlatform({ api }: KratixPromise): Problem[] {
  return api
    ? crdSchemaToForm(api.schema).dropped.filter(
        ({ code }) => code === 'rule-left-to-platform',
      )
    : [];
}

function describeMissingApi({ api, apiProblem }: KratixPromise): Finding[] {
  return api || apiProblem
    ? []
    : [
        {
          severity: 'info',
          code: 'no-api',
          message: 'It has no spec.api: nothing can be ordered from it.',
          path: 'spec.api',
        },
      ];
}

function withSeverity(
  severity: Severity,
  problems: readonly Problem[],
): Finding[] {
  return problems.map(problem => ({ ...problem, severity }));
}
