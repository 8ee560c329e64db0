import type { FieldError } from '@kratix-portal/backstage-plugin-kratix-common/apiserver';
import type { KubeObject } from '../cluster';
import type { JsonObject } from '../json/json';
import { isObject } from '../json/json';
import { subdomainProblems } from '../write/nameRules';
import { validateContainers } from './validateContainers';
import { validateVolumes } from './validateVolumes';

const field = 'spec.template.spec';

/**
 * The rules for a new Job that a pipeline can break: its Pods' containers, volumes and account.
 * Sources: kubernetes/pkg/apis/batch/validation/validation.go (`validateJobSpec`) and
 * kubernetes/pkg/apis/core/validation/validation.go (`ValidatePodSpec`), 1.36.
 * @internal
 */
export function validateJob(
  job: KubeObject,
  previous?: KubeObject,
): readonly FieldError[] {
  const template = isObject(job.spec) ? job.spec.template : undefined;
  const spec = isObject(template) ? template.spec : undefined;
  // The template of a Job that is there cannot change.
  return previous || !isObject(spec)
    ? []
    : [...validatePod(spec), ...restartErrors(spec.restartPolicy)];
}

function validatePod(spec: JsonObject): FieldError[] {
  const volumes = validateVolumes(spec.volumes, `${field}.volumes`);
  return [
    ...volumes.errors,
    ...validateContainers(spec, { field, volumes: volumes.names }),
    ...accountErrors(spec.serviceAccountName),
  ];
}

function accountErrors(name: unknown): FieldError[] {
  return typeof name === 'string' && name !== ''
    ? subdomainProblems(name).map(detail => ({
        type: 'Invalid',
        field: `${field}.serviceAccountName`,
        value: name,
        detail,
      }))
    : [];
}

function restartErrors(policy: unknown): FieldError[] {
  if (policy === 'OnFailure' || policy === 'Never') {
    return [];
  }
  const place = `${field}.restartPolicy`;
  return policy === undefined || policy === '' || policy === 'Always'
    ? [
        {
          type: 'Required',
          field: place,
          detail: 'valid values: "OnFailure", "Never"',
        },
      ]
    : [
        {
          type: 'NotSupported',
          field: place,
          value: policy,
          detail: 'supported values: "OnFailure", "Never"',
        },
      ];
}
