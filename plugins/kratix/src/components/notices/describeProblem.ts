import {
  kratixPlatformReadPermission,
  kratixPromiseReadPermission,
  kratixRequestReadPermission,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { ApiProblem } from '../../api';
import type { Translate } from '../../translation';

/**
 * What was asked for in vain.
 * @internal
 */
export type ProblemSubject =
  | {
      readonly kind: 'request';
      readonly name: string;
      readonly platform: string;
    }
  | {
      readonly kind: 'promise';
      readonly name: string;
      readonly platform: string;
    }
  | { readonly kind: 'platforms' }
  | { readonly kind: 'fleet' };

/** @internal */
export interface ProblemText {
  readonly status: 'info' | 'warning' | 'danger';
  readonly sentence: string;
  readonly nextStep?: string;
}

/**
 * A problem in one sentence and one next step.
 * @internal
 */
export function describeProblem(
  problem: ApiProblem,
  subject: ProblemSubject,
  t: Translate,
): ProblemText {
  switch (problem.kind) {
    case 'forbidden':
      return {
        status: 'info',
        sentence: t('problem.forbidden'),
        nextStep: t('problem.forbiddenNext', {
          permission: permissionFor(subject),
        }),
      };
    case 'unauthorised':
      return {
        status: 'warning',
        sentence: t('problem.unauthorised'),
        nextStep: t('problem.unauthorisedNext'),
      };
    case 'notFound':
      return describeNotFound(subject, t);
    case 'unreachable':
      return {
        status: 'warning',
        sentence: t('problem.unreachable', { platform: platformOf(subject) }),
        nextStep: t('problem.unreachableNext'),
      };
    case 'noAnswer':
    case 'notInstalled':
    case 'invalid':
    case 'failed':
      return {
        status: problem.kind === 'noAnswer' ? 'warning' : 'danger',
        sentence: t(`problem.${problem.kind}`),
        nextStep: t(`problem.${problem.kind}Next`),
      };
    default:
      return problem.kind satisfies never;
  }
}

function describeNotFound(subject: ProblemSubject, t: Translate): ProblemText {
  switch (subject.kind) {
    case 'request':
      return {
        status: 'info',
        sentence: t('problem.notFoundRequest', { name: subject.name }),
        nextStep: t('problem.notFoundRequestNext'),
      };
    case 'promise':
      return {
        status: 'info',
        sentence: t('problem.notFoundPromise', { name: subject.name }),
        nextStep: t('problem.notFoundRequestNext'),
      };
    case 'platforms':
    case 'fleet':
      return { status: 'danger', sentence: t('problem.notFoundPlatforms') };
    default:
      return subject satisfies never;
  }
}

function permissionFor(subject: ProblemSubject): string {
  switch (subject.kind) {
    case 'request':
      return kratixRequestReadPermission.name;
    case 'promise':
    case 'fleet':
      return kratixPromiseReadPermission.name;
    case 'platforms':
      return kratixPlatformReadPermission.name;
    default:
      return subject satisfies never;
  }
}

/**
 * The platform that was asked; empty where it was all of them.
 * @internal
 */
export function platformOf(subject: ProblemSubject): string {
  return 'platform' in subject ? subject.platform : '';
}
