import type { FieldError } from '@kratix-portal/backstage-plugin-kratix-common/apiserver';
import type { KubeObject } from '../cluster';
import type { ResourceType } from '../registry/ResourceType';
import {
  dnsLabelProblems,
  labelKeyProblems,
  labelValueProblems,
  subdomainProblems,
} from './nameRules';

const maxAnnotationsBytes = 256 * 1024;

/** Types whose names are path segments only. Source: pkg/apis/rbac/validation. */
const looselyNamed = new Set(['rbac.authorization.k8s.io']);

/**
 * Names, labels and annotations. Sources: k8s.io/apimachinery/pkg/api/validation/objectmeta.go and
 * k8s.io/apimachinery/pkg/util/validation/validation.go (1.32).
 * @internal
 */
export function validateMetadata(
  object: KubeObject,
  type: ResourceType,
): FieldError[] {
  const { metadata } = object;
  return [
    ...checkName(metadata.name, type),
    ...checkLabels(metadata.labels ?? {}),
    ...checkAnnotations(metadata.annotations ?? {}),
    ...checkOwners(object),
  ];
}

function checkName(name: string, type: ResourceType): FieldError[] {
  const field = 'metadata.name';
  if (!name) {
    return [
      {
        type: 'Required',
        field,
        detail: 'name or generateName is required',
      },
    ];
  }
  if (looselyNamed.has(type.group)) {
    return /[/%]/.test(name) || name === '.' || name === '..'
      ? [{ type: 'Invalid', field, value: name, detail: "may not contain '/'" }]
      : [];
  }
  const isLabel = type.group === '' && type.resource === 'namespaces';
  const problems = isLabel ? dnsLabelProblems(name) : subdomainProblems(name);
  return problems.map(detail => invalid(field, name, detail));
}

function checkLabels(labels: Readonly<Record<string, string>>): FieldError[] {
  const field = 'metadata.labels';
  return Object.entries(labels).flatMap(([key, value]) => [
    ...checkKey(key, field),
    ...labelValueProblems(value).map(detail => invalid(field, value, detail)),
  ]);
}

function checkAnnotations(
  annotations: Readonly<Record<string, string>>,
): FieldError[] {
  const field = 'metadata.annotations';
  const entries = Object.entries(annotations);
  const errors = entries.flatMap(([key]) => checkKey(key.toLowerCase(), field));
  const size = entries.reduce(
    (sum, [key, value]) => sum + key.length + value.length,
    0,
  );
  if (size > maxAnnotationsBytes) {
    errors.push({
      type: 'TooLong',
      field,
      detail: `may not be more than ${maxAnnotationsBytes} bytes`,
    });
  }
  return errors;
}

function checkKey(key: string, field: string): FieldError[] {
  return labelKeyProblems(key).map(detail => invalid(field, key, detail));
}

function invalid(field: string, value: string, detail: string): FieldError {
  return { type: 'Invalid', field, value, detail };
}

function checkOwners(object: KubeObject): FieldError[] {
  const owners = object.metadata.ownerReferences ?? [];
  const errors: FieldError[] = owners.flatMap((owner, index) =>
    (['apiVersion', 'kind', 'name', 'uid'] as const)
      .filter(key => !owner[key])
      .map(key => ({
        type: 'Invalid' as const,
        field: `metadata.ownerReferences[${index}].${key}`,
        value: '',
        detail: `${key === 'apiVersion' ? 'version' : key} must not be empty`,
      })),
  );
  const controllers = owners.filter(owner => owner.controller);
  if (controllers.length > 1) {
    errors.push({
      type: 'Invalid',
      field: 'metadata.ownerReferences',
      value: controllers.length,
      detail: `Only one reference can have Controller set to true. Found "true" in references for ${controllers[0]?.kind}/${controllers[0]?.name} and ${controllers[1]?.kind}/${controllers[1]?.name}`,
    });
  }
  return errors;
}
