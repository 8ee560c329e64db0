import { join } from 'node:path';
import type { KratixAssets, KubernetesPrograms } from '../assets/Programs';
import type { HostImage } from '../kubelet/ImageMap';

/**
 * The image that Kratix puts into its own containers; the kubelet has to know it.
 *
 * @internal
 */
export const PIPELINE_ADAPTER_IMAGE = 'kratix-portal.invalid/pipeline-adapter';

/** Where a container looks first, and an image of others has nothing. */
const ADAPTER_FOLDER = '/opt/kratix-pipeline-adapter';

/**
 * What stands for the image of Kratix's own containers: one program, or as until
 * 2025 a program and the scripts beside it (Dockerfile.pipeline-adapter at
 * v0.125.0: Alpine with `/work-creator`, `reader`, `update-status`, yq and
 * kubectl).
 *
 * @internal
 */
export function buildAdapterImage(
  { pipelineAdapter, adapterScripts }: KratixAssets,
  { kubectl }: Pick<KubernetesPrograms, 'kubectl'>,
): HostImage {
  if (!adapterScripts) {
    return {
      entrypoint: [pipelineAdapter],
      programs: { '/bin/pipeline-adapter': pipelineAdapter },
    };
  }
  const scripts = ['reader', 'update-status', 'yq'].map(name => [
    `${ADAPTER_FOLDER}/${name}`,
    join(adapterScripts, name),
  ]);
  return {
    entrypoint: [],
    programs: {
      '/work-creator': pipelineAdapter,
      ...Object.fromEntries(scripts),
      [`${ADAPTER_FOLDER}/kubectl`]: kubectl,
      // They say `set -o pipefail`, which Alpine's shell knows and not every Debian's.
      [`${ADAPTER_FOLDER}/sh`]: '/bin/bash',
    },
    folder: ADAPTER_FOLDER,
    // A kubeconfig of whoever runs this would win over the Pod's own account.
    environment: { HOME: '/' },
  };
}
