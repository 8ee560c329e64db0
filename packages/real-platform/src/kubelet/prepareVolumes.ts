import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import type {
  V1KeyToPath,
  V1Pod,
  V1Volume,
  V1VolumeProjection,
} from '@kubernetes/client-node';
import type { ClusterReader } from './ClusterReader';
import { readPodField } from './readPodField';

/**
 * A volume cannot be set up; the kubelet reports it as the event `FailedMount`
 * and tries again.
 *
 * @internal
 */
export class VolumeError extends Error {}

/**
 * Writes the files of a Pod's volumes and answers where each volume lies.
 *
 * @internal
 */
export async function prepareVolumes(
  pod: V1Pod,
  folder: string,
  reader: ClusterReader,
): Promise<Map<string, string>> {
  const folders = new Map<string, string>();
  for (const volume of pod.spec?.volumes ?? []) {
    const own = join(folder, volume.name);
    await mkdir(own, { recursive: true });
    const files = await readVolume(pod, volume, reader);
    for (const [path, content] of files) {
      // A key can hold no slash, but a path of `items` can, and must stay inside.
      const target = join(own, normalize(join('/', path)));
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
    folders.set(volume.name, own);
  }
  return folders;
}

async function readVolume(
  pod: V1Pod,
  volume: V1Volume,
  reader: ClusterReader,
): Promise<Map<string, Buffer>> {
  if (volume.emptyDir) {
    return new Map();
  }
  if (volume.projected) {
    const files = new Map<string, Buffer>();
    for (const source of volume.projected.sources ?? []) {
      for (const [path, content] of await readSource(pod, source, reader)) {
        files.set(path, content);
      }
    }
    return files;
  }
  const { configMap, secret, downwardAPI } = volume;
  if (configMap || secret || downwardAPI) {
    return await readSource(
      pod,
      {
        configMap,
        secret: secret && { ...secret, name: secret.secretName },
        downwardAPI,
      },
      reader,
    );
  }
  throw new VolumeError(
    `volume "${volume.name}" is of a kind that this kubelet does not have`,
  );
}

async function readSource(
  pod: V1Pod,
  source: V1VolumeProjection,
  reader: ClusterReader,
): Promise<Map<string, Buffer>> {
  if (source.serviceAccountToken) {
    const { path, audience, expirationSeconds } = source.serviceAccountToken;
    const token = await reader.token(audience, expirationSeconds ?? 3600);
    return new Map([[path, Buffer.from(token)]]);
  }
  if (source.downwardAPI) {
    return new Map(
      (source.downwardAPI.items ?? []).map(item => [
        item.path,
        Buffer.from(readPodField(pod, item.fieldRef?.fieldPath ?? '') ?? ''),
      ]),
    );
  }
  const reference = source.configMap ?? source.secret;
  const name = reference?.name ?? '';
  const values = source.configMap
    ? await reader.configMap(name)
    : await reader.secret(name);
  if (!values) {
    if (reference?.optional) {
      return new Map();
    }
    const kind = source.configMap ? 'configmap' : 'secret';
    throw new VolumeError(`${kind} "${name}" not found`);
  }
  return selectItems(values, reference?.items, reference?.optional ?? false);
}

function selectItems(
  values: Map<string, Buffer>,
  items: readonly V1KeyToPath[] | undefined,
  isOptional: boolean,
): Map<string, Buffer> {
  if (!items || items.length === 0) {
    return values;
  }
  const selected = new Map<string, Buffer>();
  for (const item of items) {
    const content = values.get(item.key);
    if (content) {
      selected.set(item.path, content);
    } else if (!isOptional) {
      throw new VolumeError(`references non-existent config key: ${item.key}`);
    }
  }
  return selected;
}
