import type { Parsed, Problem, PromiseRevision } from '../model';
import { kratixLabels } from '../names/keys';
import { parseIdentity } from './parseIdentity';
import { childObject, nonEmptyWord, readField } from './reading/readField';
import { tell } from '../wording';

/**
 * Step 2 of 7: reads a PromiseRevision, without the copy of the Promise's spec inside it (it may be
 * megabytes, kratix-domain 13.14).
 * @public
 */
export function parsePromiseRevision(json: unknown): Parsed<PromiseRevision> {
  const parsed = parseIdentity(json, {
    kind: 'PromiseRevision',
    group: 'platform.kratix.io',
    scope: 'Cluster',
  });
  if (!parsed.ok) {
    return parsed;
  }
  const { identity, json: object } = parsed.value;
  const problems: Problem[] = [...parsed.problems];
  const spec = childObject(object, 'spec');
  const read = (value: unknown, path: string) =>
    readField(nonEmptyWord, value, path, problems);
  const promiseName =
    read(childObject(spec, 'promiseRef').name, 'spec.promiseRef.name') ??
    identity.labels[kratixLabels.promiseName];
  const version = read(spec.version, 'spec.version');
  if (!promiseName || !version) {
    return {
      ok: false,
      problem: {
        code: 'revision-without-subject',
        ...tell('problem.revisionOfNothing', { name: identity.name }),
        path: 'spec',
      },
    };
  }
  return {
    ok: true,
    problems,
    value: {
      ...identity,
      promiseName,
      version,
      isLatest:
        childObject(object, 'status').latest === true ||
        identity.labels[kratixLabels.latestRevision] === 'true',
    },
  };
}
