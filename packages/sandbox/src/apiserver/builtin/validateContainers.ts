import type { FieldError } from '@kratix-portal/backstage-plugin-kratix-common/apiserver';
import type { JsonObject } from '../json/json';
import { isObject } from '../json/json';
import { nameErrors } from './validateVolumes';

interface Where {
  field: string;
  volumes: ReadonlySet<string>;
}

/**
 * What is wrong with the containers of a Pod, as far as a pipeline can say it. Sources: `validateContainers`,
 * `validateInitContainers`, `validateContainerCommon`.
 * @internal
 */
export function validateContainers(
  spec: JsonObject,
  { field, volumes }: Where,
): FieldError[] {
  const containers = listOf(spec.containers);
  const names = new Set<string>();
  const check = (kind: string) => (container: JsonObject, index: number) => {
    const place = `${field}.${kind}[${index}]`;
    const name = String(container.name ?? '');
    const errors = containerErrors(container, { field: place, volumes });
    if (names.has(name)) {
      errors.push({ type: 'Duplicate', field: `${place}.name`, value: name });
    }
    if (name !== '') {
      names.add(name);
    }
    return errors;
  };
  const missing: FieldError[] =
    containers.length === 0
      ? [{ type: 'Required', field: `${field}.containers` }]
      : [];
  return [
    ...missing,
    ...containers.flatMap(check('containers')),
    ...listOf(spec.initContainers).flatMap(check('initContainers')),
  ];
}

function containerErrors(container: JsonObject, where: Where): FieldError[] {
  const { field } = where;
  return [
    ...nameErrors(String(container.name ?? ''), `${field}.name`),
    ...required(container.image, `${field}.image`),
    ...listOf(container.env).flatMap((entry, index) =>
      variableErrors(String(entry.name ?? ''), `${field}.env[${index}].name`),
    ),
    ...mountErrors(listOf(container.volumeMounts), {
      ...where,
      field: `${field}.volumeMounts`,
    }),
    ...pullErrors(container.imagePullPolicy, `${field}.imagePullPolicy`),
  ];
}

/** Source: `IsRelaxedEnvVarName`. */
function variableErrors(name: string, field: string): FieldError[] {
  if (name === '') {
    return [{ type: 'Required', field }];
  }
  return /^[\x20-\x3c\x3e-\x7e]*$/.test(name)
    ? []
    : [
        {
          type: 'Invalid',
          field,
          value: name,
          detail:
            "a valid environment variable name must consist only of printable ASCII characters other than '='",
        },
      ];
}

/** Source: `ValidateVolumeMounts`. */
function mountErrors(
  mounts: readonly JsonObject[],
  { field, volumes }: Where,
): FieldError[] {
  const paths = new Set<unknown>();
  return mounts.flatMap((mount, index) => {
    const place = `${field}[${index}]`;
    const name = String(mount.name ?? '');
    const { mountPath } = mount;
    const errors = required(name, `${place}.name`);
    if (!volumes.has(name)) {
      errors.push({ type: 'NotFound', field: `${place}.name`, value: name });
    }
    errors.push(...required(mountPath, `${place}.mountPath`));
    if (paths.has(mountPath)) {
      errors.push({
        type: 'Invalid',
        field: `${place}.mountPath`,
        value: mountPath,
        detail: 'must be unique',
      });
    }
    paths.add(mountPath);
    return errors;
  });
}

const pullPolicies = ['Always', 'IfNotPresent', 'Never'];

/** Source: `validatePullPolicy`. */
function pullErrors(policy: unknown, field: string): FieldError[] {
  return pullPolicies.includes(String(policy))
    ? []
    : [
        {
          type: 'NotSupported',
          field,
          value: policy,
          detail: `supported values: ${pullPolicies
            .map(each => JSON.stringify(each))
            .join(', ')}`,
        },
      ];
}

function required(value: unknown, field: string): FieldError[] {
  return value === undefined || value === ''
    ? [{ type: 'Required', field }]
    : [];
}

function listOf(value: unknown): JsonObject[] {
  return (Array.isArray(value) ? value : []).filter(isObject);
}
