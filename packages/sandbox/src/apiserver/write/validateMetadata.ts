import type { FieldError } from '@kratix-portal/backstage-plugin-kratix-common/apiserver';
import type { KubeObject } from '../cluster';
import type { ResourceType } from '../registry/ResourceType';

const subdomain =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const dnsLabel = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const labelValue = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const qualifiedPart = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
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
  const max = isLabel ? 63 : 253;
  const errors: FieldError[] = [];
  if (!(isLabel ? dnsLabel : subdomain).test(name)) {
    errors.push({
      type: 'Invalid',
      field,
      value: name,
      detail: isLabel ? labelRule : subdomainRule,
    });
  }
  if (name.length > max) {
    errors.push({
      type: 'Invalid',
      field,
      value: name,
      detail: `must be no more than ${max} bytes`,
    });
  }
  return errors;
}

const labelRule =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
const subdomainRule =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const labelValueRule =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
const namePartRule =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

function checkLabels(labels: Readonly<Record<string, string>>): FieldError[] {
  const field = 'metadata.labels';
  return Object.entries(labels).flatMap(([key, value]) => {
    const errors = checkQualifiedName(key, field);
    if (value.length > 63) {
      errors.push({
        type: 'Invalid',
        field,
        value,
        detail: 'must be no more than 63 bytes',
      });
    }
    if (!labelValue.test(value)) {
      errors.push({ type: 'Invalid', field, value, detail: labelValueRule });
    }
    return errors;
  });
}

function checkAnnotations(
  annotations: Readonly<Record<string, string>>,
): FieldError[] {
  const field = 'metadata.annotations';
  const entries = Object.entries(annotations);
  const errors = entries.flatMap(([key]) =>
    checkQualifiedName(key.toLowerCase(), field),
  );
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

function checkQualifiedName(key: string, field: string): FieldError[] {
  const parts = key.split('/');
  const name = parts.pop() ?? '';
  const prefix = parts[0];
  const refuse = (detail: string): FieldError => ({
    type: 'Invalid',
    field,
    value: key,
    detail,
  });
  if (parts.length > 1) {
    return [
      refuse(
        "a qualified name must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')",
      ),
    ];
  }
  const errors: FieldError[] = [];
  if (prefix !== undefined && !subdomain.test(prefix)) {
    errors.push(refuse(`prefix part ${subdomainRule}`));
  }
  if (name.length > 63) {
    errors.push(refuse('name part must be no more than 63 bytes'));
  }
  if (!qualifiedPart.test(name)) {
    errors.push(refuse(namePartRule));
  }
  return errors;
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
