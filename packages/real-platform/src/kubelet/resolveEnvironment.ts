import type { V1Container, V1EnvVar, V1Pod } from '@kubernetes/client-node';
import type { ClusterReader } from './ClusterReader';
import { expandVariables } from './expandVariables';
import { readPodField } from './readPodField';

/**
 * The container cannot be set up as its Pod asks; the kubelet shows this as the
 * waiting reason `CreateContainerConfigError` and tries again.
 *
 * @internal
 */
export class ContainerConfigError extends Error {}

/**
 * The variables of a container: `envFrom` first, then `env` in order, each able
 * to name the ones before it.
 *
 * @internal
 */
export async function resolveEnvironment(
  pod: V1Pod,
  container: V1Container,
  reader: ClusterReader,
): Promise<Map<string, string>> {
  const variables = new Map<string, string>();
  for (const source of container.envFrom ?? []) {
    const name = source.configMapRef?.name ?? source.secretRef?.name ?? '';
    const values = source.configMapRef
      ? await reader.configMap(name)
      : await reader.secret(name);
    const isOptional =
      source.configMapRef?.optional ?? source.secretRef?.optional ?? false;
    if (!values && !isOptional) {
      throw missing(source.configMapRef ? 'configmap' : 'secret', name);
    }
    for (const [key, value] of values ?? []) {
      variables.set(`${source.prefix ?? ''}${key}`, value.toString('utf8'));
    }
  }
  for (const variable of container.env ?? []) {
    const value = await resolveVariable(pod, variable, reader);
    if (value !== undefined) {
      variables.set(variable.name, expandVariables(value, variables));
    }
  }
  return variables;
}

async function resolveVariable(
  pod: V1Pod,
  variable: V1EnvVar,
  reader: ClusterReader,
): Promise<string | undefined> {
  const source = variable.valueFrom;
  if (!source) {
    return variable.value ?? '';
  }
  if (source.fieldRef) {
    return readPodField(pod, source.fieldRef.fieldPath);
  }
  const reference = source.configMapKeyRef ?? source.secretKeyRef;
  if (!reference) {
    throw new ContainerConfigError(
      `the source of variable ${variable.name} is of a kind that this kubelet does not have`,
    );
  }
  const kind = source.configMapKeyRef ? 'configmap' : 'secret';
  const name = reference.name ?? '';
  const values = source.configMapKeyRef
    ? await reader.configMap(name)
    : await reader.secret(name);
  if (!values) {
    if (reference.optional) {
      return undefined;
    }
    throw missing(kind, name);
  }
  const value = values.get(reference.key);
  if (value === undefined && !reference.optional) {
    throw new ContainerConfigError(
      `couldn't find key ${reference.key} in ${kind} ${
        pod.metadata?.namespace ?? ''
      }/${name}`,
    );
  }
  return value?.toString('utf8');
}

function missing(kind: string, name: string): ContainerConfigError {
  return new ContainerConfigError(`${kind} "${name}" not found`);
}
