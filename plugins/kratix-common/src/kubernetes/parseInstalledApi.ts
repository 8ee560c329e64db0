import type { InstalledApi, Parsed, Problem } from '../model';
import { kratixLabels } from '../names/keys';
import { parseIdentity } from './parseIdentity';
import { bounds } from './reading/bounds';
import { isObject } from './reading/readField';
import { readPromiseApi } from './readPromiseApi';
import { tell } from '../wording';

/**
 * Step 2 of 7: reads the CustomResourceDefinition of a Promise. Its schema is dropped: the forms are made from
 * the Promise's own, where authors' hints are still there.
 * @public
 */
export function parseInstalledApi(json: unknown): Parsed<InstalledApi> {
  const parsed = parseIdentity(json, {
    kind: 'CustomResourceDefinition',
    group: 'apiextensions.k8s.io',
    scope: 'Cluster',
  });
  if (!parsed.ok) {
    return parsed;
  }
  const { identity, json: object } = parsed.value;
  const promiseName = identity.labels[kratixLabels.promiseName];
  if (!promiseName) {
    return refused('no-promise-label', tell('problem.noPromiseLabel'));
  }
  // Items of a list leave out what they are.
  const { api, apiProblem } = readPromiseApi({
    ...object,
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
  });
  if (!api) {
    return refused(
      apiProblem?.code ?? 'api-not-usable',
      apiProblem
        ? { message: apiProblem.message, wording: apiProblem.wording }
        : tell('problem.cannotBeUsed'),
    );
  }
  const { crdName, group, version, kind, plural } = api;
  return {
    ok: true,
    problems: parsed.problems,
    value: {
      promiseName,
      resourceVersion: identity.resourceVersion,
      crdName,
      group,
      version,
      kind,
      plural,
      storedVersions: readStoredVersions(object.status),
    },
  };
}

function refused(
  code: string,
  told: Pick<Problem, 'message' | 'wording'>,
): Parsed<never> {
  return { ok: false, problem: { code, ...told } };
}

function readStoredVersions(status: unknown): readonly string[] {
  const named = isObject(status) ? status.storedVersions : undefined;
  return (Array.isArray(named) ? named : [])
    .filter((version): version is string => typeof version === 'string')
    .filter(version => version.length <= bounds.wordLength)
    .slice(0, bounds.listItems);
}
