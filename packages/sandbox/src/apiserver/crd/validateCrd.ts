import type { FieldError } from '@kratix-portal/backstage-plugin-kratix-common/apiserver';
import { notSupported } from '@kratix-portal/backstage-plugin-kratix-common/apiserver';
import type { KubeObject } from '../cluster';
import { equalJson, isObject } from '../json/json';
import { checkNames } from './checkNames';
import { checkVersion, checkVersionSchema } from './checkVersion';
import type { CrdSpec } from './CustomResourceDefinition';

/**
 * What makes a CRD itself 422. Source: apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go.
 * @internal
 */
export function validateCrd(
  crd: KubeObject,
  previous?: KubeObject,
): FieldError[] {
  const spec = crd.spec as Partial<CrdSpec> | undefined;
  if (!isObject(spec)) {
    return [{ type: 'Required', field: 'spec' }];
  }
  const errors = [
    ...checkGroup(spec),
    ...checkScope(spec),
    ...checkNames(spec.names),
    ...checkVersions(spec),
  ];
  const expected = `${spec.names?.plural}.${spec.group}`;
  if (crd.metadata.name !== expected) {
    errors.unshift({
      type: 'Invalid',
      field: 'metadata.name',
      value: crd.metadata.name,
      detail: 'must be spec.names.plural+"."+spec.group',
    });
  }
  return [
    ...errors,
    ...(previous ? checkUnchanged(spec, previous.spec as CrdSpec) : []),
    ...(previous ? checkStoredVersions(crd) : []),
  ];
}

function checkGroup({ group }: Partial<CrdSpec>): FieldError[] {
  if (!group) {
    return [{ type: 'Required', field: 'spec.group' }];
  }
  const errors: FieldError[] = [];
  if (!/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(group)) {
    errors.push({
      type: 'Invalid',
      field: 'spec.group',
      value: group,
      detail:
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    });
  } else if (!group.includes('.')) {
    errors.push({
      type: 'Invalid',
      field: 'spec.group',
      value: group,
      detail: 'should be a domain with at least one dot',
    });
  }
  return errors;
}

function checkScope({ scope }: Partial<CrdSpec>): FieldError[] {
  if (!scope) {
    return [{ type: 'Required', field: 'spec.scope' }];
  }
  return ['Cluster', 'Namespaced'].includes(scope)
    ? []
    : [notSupported('spec.scope', scope, ['Cluster', 'Namespaced'])];
}

function checkVersions(spec: Partial<CrdSpec>): FieldError[] {
  const versions = Array.isArray(spec.versions) ? spec.versions : [];
  const field = 'spec.versions';
  const errors: FieldError[] = [];
  if (versions.length === 0) {
    errors.push({
      type: 'Required',
      field,
      detail: 'must have at least one version',
    });
  }
  if (
    versions.length > 0 &&
    versions.filter(version => version.storage).length !== 1
  ) {
    errors.push({
      type: 'Invalid',
      field,
      value: versions.map(version => version.name).join(','),
      detail: 'must have exactly one version marked as storage version',
    });
  }
  // One schema for all versions is checked in its old place, once.
  // Source: the conversion of apiextensions-apiserver/pkg/apis/apiextensions/v1/conversion.go.
  const isShared = versions.every(version =>
    equalJson(version.schema, versions[0]?.schema),
  );
  if (isShared && versions[0]) {
    errors.push(
      ...checkVersionSchema(versions[0], 'spec.validation.openAPIV3Schema'),
    );
  }
  const seen = new Set<string>();
  for (const [index, version] of versions.entries()) {
    if (seen.has(version.name)) {
      errors.push({
        type: 'Invalid',
        field: `${field}[${index}].name`,
        value: version.name,
        detail: 'must contain unique version names',
      });
    }
    seen.add(version.name);
    const path = `${field}[${index}]`;
    errors.push(...checkVersion(version, path));
    if (!isShared) {
      errors.push(
        ...checkVersionSchema(version, `${path}.schema.openAPIV3Schema`),
      );
    }
  }
  if (spec.preserveUnknownFields === true) {
    errors.push({
      type: 'Invalid',
      field: 'spec.preserveUnknownFields',
      value: true,
      detail:
        'cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead',
    });
  }
  return errors;
}

function checkUnchanged(spec: Partial<CrdSpec>, before: CrdSpec): FieldError[] {
  const fields: [string, unknown, unknown][] = [
    ['spec.group', spec.group, before.group],
    ['spec.scope', spec.scope, before.scope],
    ['spec.names.kind', spec.names?.kind, before.names.kind],
    ['spec.names.plural', spec.names?.plural, before.names.plural],
  ];
  return fields
    .filter(([, value, earlier]) => value !== earlier)
    .map(([field, value]) => ({
      type: 'Invalid',
      field,
      value,
      detail: 'field is immutable',
    }));
}

function checkStoredVersions(crd: KubeObject): FieldError[] {
  const { versions = [] } = crd.spec as Partial<CrdSpec>;
  const { storedVersions = [] } = (crd.status ?? {}) as {
    storedVersions?: string[];
  };
  return storedVersions.flatMap((name, index) =>
    versions.some(version => version.name === name)
      ? []
      : [
          {
            type: 'Invalid' as const,
            field: `status.storedVersions[${index}]`,
            value: name,
            detail: `missing from spec.versions; ${name} was previously a storage version, and must remain in spec.versions until a storage migration ensures no data remains persisted in ${name} and removes ${name} from status.storedVersions`,
          },
        ],
  );
}
