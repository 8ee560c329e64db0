import equal from 'fast-deep-equal';
import type { KratixPromise } from '../model';
import { compareDependencies } from './compareDependencies';
import type { PromiseChange } from './PromiseChange';
import { tell, wordingOf, type WordingParam } from '../wording';

/**
 * What changed in where things go and in what the Promise needs or installs.
 * @internal
 */
export function comparePlacement(
  before: KratixPromise,
  after: KratixPromise,
): PromiseChange[] {
  return [
    ...compareSelectors(before, after),
    ...compareRequirements(before, after),
    ...compareDependencies(before, after),
  ];
}

function compareSelectors(
  before: KratixPromise,
  after: KratixPromise,
): PromiseChange[] {
  const old = before.destinationSelectors.map(({ matchLabels }) => matchLabels);
  const now = after.destinationSelectors.map(({ matchLabels }) => matchLabels);
  return equal(old, now)
    ? []
    : [
        {
          code: 'selectors-changed',
          severity: 'risky',
          path: 'spec.destinationSelectors',
          ...tell('impactPromise.selectors', {
            before: describeLabels(old),
            after: describeLabels(now),
          }),
          before: old,
          after: now,
        },
      ];
}

function describeLabels(
  selectors: readonly Readonly<Record<string, string>>[],
): WordingParam {
  const labels = selectors.flatMap(selector =>
    Object.entries(selector).map(([key, value]) => `${key}=${value}`),
  );
  return labels.length > 0
    ? { list: labels }
    : wordingOf('impactPromise.anyLabels');
}

function compareRequirements(
  before: KratixPromise,
  after: KratixPromise,
): PromiseChange[] {
  const find = (promise: KratixPromise, name: string) =>
    promise.requiredPromises.find(required => required.name === name);
  const path = 'spec.requiredPromises';
  const now = after.requiredPromises.flatMap(({ name, version }) => {
    const old = find(before, name);
    if (old?.version === version) {
      return [];
    }
    return [
      old
        ? ({
            code: 'requirement-changed',
            severity: 'risky',
            path,
            ...tell('impactPromise.requirementChanged', {
              promise: name,
              before: showVersion(old.version),
              after: showVersion(version),
            }),
            before: old.version,
            after: version,
          } satisfies PromiseChange)
        : ({
            code: 'requirement-added',
            severity: 'risky',
            path,
            ...tell('impactPromise.requirementAdded', {
              promise: name,
              version: showVersion(version),
            }),
            after: version,
          } satisfies PromiseChange),
    ];
  });
  const gone = before.requiredPromises
    .filter(({ name }) => !find(after, name))
    .map(
      ({ name, version }): PromiseChange => ({
        code: 'requirement-removed',
        severity: 'safe',
        path,
        ...tell('impactPromise.requirementRemoved', {
          promise: name,
          version: showVersion(version),
        }),
        before: version,
      }),
    );
  return [...now, ...gone];
}

/** Without a version any is taken (api/v1alpha1/promise_types.go `RequiredPromise`). */
function showVersion(version: string): WordingParam {
  return version || wordingOf('impactPromise.anyVersion');
}
