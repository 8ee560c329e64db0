import {
  templateParameters,
  type ValidateBody,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * What stands in a form, as the backend is asked about it; undefined while it has no name yet.
 * @internal
 */
export function readOrder(formData: unknown): ValidateBody | undefined {
  const values = isRecord(formData) ? formData : {};
  const name = values[templateParameters.name];
  const namespace = values[templateParameters.namespace];
  const spec = values[templateParameters.spec];
  if (typeof name !== 'string' || typeof namespace !== 'string') {
    return undefined;
  }
  return name && namespace
    ? {
        mode: isChange(values) ? 'change' : 'create',
        name,
        namespace,
        spec: isRecord(spec) ? spec : {},
      }
    : undefined;
}

/**
 * Whether a form changes a request that is there.
 * @internal
 */
export function isChange(formData: unknown): boolean {
  return isRecord(formData) && formData[templateParameters.mode] === 'change';
}

/** @internal */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
