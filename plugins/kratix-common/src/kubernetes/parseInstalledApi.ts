import type { InstalledApi, Parsed } from '../model';
import { kratixLabels } from '../names/keys';
import { parseIdentity } from './parseIdentity';
import { readPromiseApi } from './readPromiseApi';

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
    return refused('no-promise-label', 'It names no Promise in its labels.');
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
      apiProblem?.message ?? 'It cannot be used.',
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
    },
  };
}

function refused(code: string, message: string): Parsed<never> {
  return { ok: false, problem: { code, message } };
}
