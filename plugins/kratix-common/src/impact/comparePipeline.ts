import type { PipelineSetting, PipelineSpec } from '../model';
import { namePipeline, nameSteps } from './namePipeline';
import type { PromiseChange } from './PromiseChange';
import { tell, wordingOf } from '../wording';

/**
 * What changed inside one pipeline: its steps, their images, and how it runs.
 *
 * @param path - Of its workflow, like `spec.workflows.resource.configure`
 * @internal
 */
export function comparePipeline(
  path: string,
  before: PipelineSpec,
  after: PipelineSpec,
): PromiseChange[] {
  if (before.hash === after.hash) {
    return [];
  }
  const changes = [
    ...(haveSameSteps(before, after)
      ? compareImages(path, before, after)
      : [describeSteps(path, before, after)]),
    ...compareSettings(path, before, after),
  ];
  return changes.length > 0
    ? changes
    : [
        {
          code: 'pipeline-changed',
          severity: 'risky',
          path: `${path}.${after.name}`,
          ...tell('impactPromise.otherSettings', {
            pipeline: namePipeline(path, after.name),
          }),
        },
      ];
}

function haveSameSteps(before: PipelineSpec, after: PipelineSpec): boolean {
  return (
    before.containers.length === after.containers.length &&
    before.containers.every(
      ({ name }, index) => name === after.containers[index]?.name,
    )
  );
}

function compareImages(
  path: string,
  before: PipelineSpec,
  after: PipelineSpec,
): PromiseChange[] {
  return after.containers.flatMap(({ name, image }, index): PromiseChange[] => {
    const old = before.containers[index]?.image ?? '';
    return old === image
      ? []
      : [
          {
            code: 'image-changed',
            severity: 'risky',
            path: `${path}.${after.name}.${name}`,
            ...tell('impactPromise.image', {
              step: name,
              pipeline: namePipeline(path, after.name),
              before: old,
              after: image,
            }),
            before: old,
            after: image,
          },
        ];
  });
}

function describeSteps(
  path: string,
  before: PipelineSpec,
  after: PipelineSpec,
): PromiseChange {
  return {
    code: 'pipeline-changed',
    severity: 'risky',
    path: `${path}.${after.name}`,
    ...tell('impactPromise.steps', {
      pipeline: namePipeline(path, after.name),
      steps: nameSteps(after.containers),
      before: nameSteps(before.containers),
    }),
  };
}

const SETTINGS: readonly PipelineSetting[] = [
  'command',
  'environment',
  'volumes',
  'permissions',
  'security',
  'resources',
  'scheduling',
  'pulling',
  'retries',
  'labels',
];

const OF_THE_WHOLE: readonly PipelineSetting[] = [
  'permissions',
  'scheduling',
  'retries',
  'labels',
];

function compareSettings(
  path: string,
  before: PipelineSpec,
  after: PipelineSpec,
): PromiseChange[] {
  // What other steps say of themselves is no change of a setting.
  const compared = haveSameSteps(before, after) ? SETTINGS : OF_THE_WHOLE;
  const other = compared.filter(
    setting => before.settings?.[setting] !== after.settings?.[setting],
  );
  return other.length === 0
    ? []
    : [
        {
          code: 'pipeline-changed',
          severity: 'risky',
          path: `${path}.${after.name}`,
          ...tell('impactPromise.settings', {
            pipeline: namePipeline(path, after.name),
            settings: {
              list: other.map(setting => wordingOf(`impactPromise.${setting}`)),
            },
          }),
        },
      ];
}
