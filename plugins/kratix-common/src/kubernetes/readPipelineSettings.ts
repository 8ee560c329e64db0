import type { PipelineSetting, PipelineSpec } from '../model';
import { hashContent } from '../names/hashContent';
import { bounds } from './reading/bounds';
import { childObject, isObject } from './reading/readField';

/** Where each is said (api/v1alpha1/pipeline_types.go `PipelineSpec`, `Container`). */
const PLACES: Readonly<
  Record<
    PipelineSetting,
    {
      readonly container?: readonly string[];
      readonly spec?: readonly string[];
      readonly metadata?: readonly string[];
    }
  >
> = {
  command: { container: ['command', 'args'] },
  environment: { container: ['env', 'envFrom'] },
  volumes: { container: ['volumeMounts'], spec: ['volumes'] },
  permissions: { spec: ['rbac'] },
  security: { container: ['securityContext'] },
  resources: { container: ['resources'] },
  scheduling: { spec: ['nodeSelector', 'tolerations'] },
  pulling: { container: ['imagePullPolicy'], spec: ['imagePullSecrets'] },
  retries: { spec: ['jobOptions', 'restartPolicy'] },
  labels: { metadata: ['labels', 'annotations'] },
};

/**
 * What a pipeline says beside its steps and images, as one hash for each part: scripts and environment are the
 * author's and may be long, and hold what is not to be shown.
 * @internal
 */
export function readPipelineSettings(
  pipeline: Record<string, unknown>,
): NonNullable<PipelineSpec['settings']> {
  const spec = childObject(pipeline, 'spec');
  const containers = (Array.isArray(spec.containers) ? spec.containers : [])
    .slice(0, bounds.containers)
    .filter(isObject);
  const said = Object.entries(PLACES).flatMap(([setting, place]) => {
    const values = [
      ...containers.flatMap((container, index) =>
        pick(container, place.container, index),
      ),
      ...pick(spec, place.spec),
      ...pick(childObject(pipeline, 'metadata'), place.metadata),
    ];
    return values.length > 0 ? [[setting, hashContent(values)]] : [];
  });
  return Object.fromEntries(said);
}

function pick(
  object: Record<string, unknown>,
  keys: readonly string[] = [],
  step?: number,
): unknown[] {
  return keys.flatMap(key =>
    object[key] === undefined || object[key] === null
      ? []
      : [[step ?? 'all', key, object[key]]],
  );
}
