import { z } from 'zod';
import type { PipelineSpec, Problem, PromiseWorkflows } from '../model';
import { hashContent } from '../names/hashContent';
import { bounds } from './reading/bounds';
import { readPipelineSettings } from './readPipelineSettings';
import {
  childObject,
  looseObject,
  nonEmptyWord,
  readField,
  readList,
  word,
} from './reading/readField';

const declaredSchema = z.object({
  metadata: z.object({ name: nonEmptyWord }),
  spec: z
    .object({
      containers: z
        .array(
          z.object({ name: word.catch(''), image: word.catch('') }).catch({
            name: '',
            image: '',
          }),
        )
        .transform(containers => containers.slice(0, bounds.containers))
        .catch([]),
    })
    .catch({ containers: [] }),
});

/** What is shown of a pipeline, and a hash of the rest. */
const pipelineSpecSchema = looseObject.transform((json, context) => {
  const declared = declaredSchema.safeParse(json);
  if (declared.success) {
    return {
      ...declared.data,
      hash: hashPipeline(json),
      settings: readPipelineSettings(json),
    };
  }
  context.addIssue({ code: 'custom', message: 'has no name' });
  return z.NEVER;
});

/**
 * Of a pipeline's metadata Kratix goes by these alone: it decides itself where a pipeline runs
 * (api/v1alpha1/pipeline_types.go `ForPromise`, `ForResource`).
 */
function hashPipeline(json: Record<string, unknown>): string {
  const { name, labels, annotations } = childObject(json, 'metadata');
  return hashContent({
    metadata: { name, labels, annotations },
    spec: json.spec,
  });
}

/**
 * `spec.workflows`: names and images only, since scripts and environment are the author's and may be long.
 * @internal
 */
export function readPromiseWorkflows(
  value: unknown,
  problems: Problem[],
): PromiseWorkflows {
  const pipelines = (
    type: 'promise' | 'resource',
    action: 'configure' | 'delete',
  ): PipelineSpec[] =>
    readList(
      pipelineSpecSchema,
      childObject(value, type)[action],
      `spec.workflows.${type}.${action}`,
      problems,
      bounds.pipelines,
    ).map(pipeline => ({
      name: pipeline.metadata.name,
      containers: pipeline.spec.containers,
      hash: pipeline.hash,
      ...(Object.keys(pipeline.settings).length > 0 && {
        settings: pipeline.settings,
      }),
    }));
  const pipelineNamespace = readField(
    nonEmptyWord,
    childObject(value, 'config').pipelineNamespace,
    'spec.workflows.config.pipelineNamespace',
    problems,
  );
  const reconciliationInterval = readField(
    nonEmptyWord,
    childObject(value, 'config').reconciliationInterval,
    'spec.workflows.config.reconciliationInterval',
    problems,
  );
  return {
    ...(pipelineNamespace && { pipelineNamespace }),
    ...(reconciliationInterval && { reconciliationInterval }),
    resourceConfigure: pipelines('resource', 'configure'),
    resourceDelete: pipelines('resource', 'delete'),
    promiseConfigure: pipelines('promise', 'configure'),
    promiseDelete: pipelines('promise', 'delete'),
  };
}
