import { z } from 'zod';
import type { PipelineSpec, Problem, PromiseWorkflows } from '../model';
import { hashContent } from '../names/hashContent';
import { bounds } from './reading/bounds';
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
    return { ...declared.data, hash: hashContent(json) };
  }
  context.addIssue({ code: 'custom', message: 'has no name' });
  return z.NEVER;
});

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
    }));
  const pipelineNamespace = readField(
    nonEmptyWord,
    childObject(value, 'config').pipelineNamespace,
    'spec.workflows.config.pipelineNamespace',
    problems,
  );
  return {
    ...(pipelineNamespace && { pipelineNamespace }),
    resourceConfigure: pipelines('resource', 'configure'),
    resourceDelete: pipelines('resource', 'delete'),
    promiseConfigure: pipelines('promise', 'configure'),
    promiseDelete: pipelines('promise', 'delete'),
  };
}
