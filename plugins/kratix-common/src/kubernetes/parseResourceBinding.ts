import type { Parsed, ResourceBinding } from '../model';
import { kratixLabels } from '../names/keys';
import { openNamespaced } from './reading/openNamespaced';
import { childObject, nonEmptyWord, readField } from './reading/readField';
import { readConditions } from './reading/readConditions';
import { tell } from '../wording';

/**
 * Step 2 of 7: reads a ResourceBinding. What it binds is read from the labels, as Kratix itself does
 * (kratix-domain 6), and from `spec` where they are missing.
 * @public
 */
export function parseResourceBinding(json: unknown): Parsed<ResourceBinding> {
  const opened = openNamespaced(json, {
    kind: 'ResourceBinding',
    group: 'platform.kratix.io',
  });
  if (!opened.ok) {
    return opened;
  }
  const { identity, namespace, spec, status, problems } = opened.value;
  const read = (value: unknown, path: string) =>
    readField(nonEmptyWord, value, path, problems);
  const promiseName =
    identity.labels[kratixLabels.promiseName] ??
    read(childObject(spec, 'promiseRef').name, 'spec.promiseRef.name');
  const resourceName =
    identity.labels[kratixLabels.resourceName] ??
    read(childObject(spec, 'resourceRef').name, 'spec.resourceRef.name');
  if (!promiseName || !resourceName) {
    return {
      ok: false,
      problem: {
        code: 'binding-without-subject',
        ...tell('problem.bindingOfNothing', { name: identity.name }),
        path: 'metadata.labels',
      },
    };
  }
  const lastAppliedVersion = read(
    status.lastAppliedVersion,
    'status.lastAppliedVersion',
  );
  const failedVersion = read(
    status.failedVersion || undefined,
    'status.failedVersion',
  );
  return {
    ok: true,
    problems,
    value: {
      ...identity,
      namespace,
      promiseName,
      resourceName,
      version: read(spec.version, 'spec.version') ?? 'latest',
      ...(lastAppliedVersion && { lastAppliedVersion }),
      ...(failedVersion && { failedVersion }),
      conditions: readConditions(status.conditions, problems),
    },
  };
}
