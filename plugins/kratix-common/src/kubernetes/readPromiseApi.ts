import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import type { Problem, PromiseApi } from '../model';
import { bounds, cutText, isWithinBounds } from './reading/bounds';
import {
  asJsonObject,
  textOf,
  childObject,
  isObject,
  looseObject,
} from './reading/readField';
import { readApiNames } from './readApiNames';
import { readApiVersions } from './readApiVersions';
import { tell, type Told } from '../wording';

/**
 * What `spec.api` came to: an API, a reason why it is unusable, or neither when there is none.
 * @internal
 */
export interface PromiseApiReading {
  readonly api?: PromiseApi;
  readonly apiProblem?: Problem;
}

const namesSchema = z.object({
  group: z.string().regex(/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/),
  kind: z.string().regex(/^[A-Za-z]([-A-Za-z0-9]*[A-Za-z0-9])?$/),
  plural: z.string().regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/),
});

const versionSchema = z.object({
  name: z.string().regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/),
  served: z.boolean().default(true),
  storage: z.boolean().default(false),
  schema: z.object({ openAPIV3Schema: looseObject }).optional(),
});

type CrdVersion = z.infer<typeof versionSchema>;

/**
 * Reads the CRD inside a Promise. Absent, null and `{}` all mean that the Promise has no API
 * (kratix-domain 13.1). Kratix decodes it as an `apiextensions.k8s.io/v1` CustomResourceDefinition and
 * admits only namespaced ones (kratix-domain 2.1).
 * @internal
 */
export function readPromiseApi(value: unknown): PromiseApiReading {
  if (
    value === undefined ||
    value === null ||
    (isObject(value) && Object.keys(value).length === 0)
  ) {
    return {};
  }
  if (
    !isObject(value) ||
    value.kind !== 'CustomResourceDefinition' ||
    value.apiVersion !== 'apiextensions.k8s.io/v1'
  ) {
    return unusable('api-not-a-crd', describeType(value), 'spec.api');
  }
  const names = readNames(value);
  if ('apiProblem' in names) {
    return names;
  }
  const version = chooseVersion(childObject(value, 'spec').versions);
  return 'apiProblem' in version ? version : toApi(value, names, version);
}

type Names = z.infer<typeof namesSchema>;

type Unusable = { readonly apiProblem: Problem };

function readNames(crd: Record<string, unknown>): Names | Unusable {
  const spec = childObject(crd, 'spec');
  const names = childObject(spec, 'names');
  const result = namesSchema.safeParse({
    group: spec.group,
    kind: names.kind,
    plural: names.plural,
  });
  if (!result.success) {
    const key = String(result.error.issues[0]?.path[0] ?? 'names');
    return unusable(
      'api-names-unusable',
      tell('problem.apiNoUsable', { key }),
      key === 'group' ? 'spec.api.spec.group' : `spec.api.spec.names.${key}`,
    );
  }
  if (spec.scope !== 'Namespaced') {
    return unusable(
      'api-not-namespaced',
      tell('problem.apiScope', { scope: textOf(spec.scope, 30) }),
      'spec.api.spec.scope',
    );
  }
  return result.data;
}

interface Versions {
  readonly chosen: CrdVersion;
  readonly served: readonly CrdVersion[];
  readonly all: readonly CrdVersion[];
}

function chooseVersion(value: unknown): Versions | Unusable {
  const path = 'spec.api.spec.versions';
  const versions = Array.isArray(value)
    ? value.flatMap(entry => versionSchema.safeParse(entry).data ?? [])
    : [];
  if (versions.length === 0) {
    return unusable('api-no-versions', tell('problem.apiNoVersions'), path);
  }
  const served = versions.filter(version => version.served);
  // The storage version is what Kratix itself uses. Nobody can order through a version that is not served.
  const chosen = served.find(version => version.storage) ?? served[0];
  return chosen
    ? { chosen, served, all: versions }
    : unusable('api-not-served', tell('problem.apiNotServed'), path);
}

function toApi(
  crd: Record<string, unknown>,
  names: Names,
  versions: Versions,
): PromiseApiReading {
  const { chosen: version, served } = versions;
  const schema = version.schema?.openAPIV3Schema;
  const path = `spec.api.spec.versions[${version.name}].schema.openAPIV3Schema`;
  if (!schema) {
    return unusable(
      'api-no-schema',
      tell('problem.apiNoSchema', { version: version.name }),
      path,
    );
  }
  if (!isWithinBounds(schema, bounds.schemaNodes)) {
    return unusable(
      'api-schema-too-large',
      tell('problem.apiTooLarge', { version: version.name }),
      path,
    );
  }
  const expectedName = `${names.plural}.${names.group}`;
  const crdName = childObject(crd, 'metadata').name;
  if (crdName !== undefined && crdName !== expectedName) {
    // The API server refuses such a CRD, so the Promise can never become available.
    return unusable(
      'api-name-mismatch',
      tell('problem.apiName', {
        expected: expectedName,
        found: textOf(crdName, 100),
      }),
      'spec.api.metadata.name',
    );
  }
  return {
    api: {
      crdName: expectedName,
      ...names,
      ...readApiNames(crd),
      version: version.name,
      servedVersions: served.map(({ name }) => name),
      scope: 'Namespaced',
      schema: asJsonObject(schema),
      ...readOtherSchemas(version, served),
      ...readApiVersions(crd, versions),
    },
  };
}

/** A version that cannot be read is as one without a schema: nobody orders through it. */
function readOtherSchemas(
  chosen: CrdVersion,
  served: readonly CrdVersion[],
): Pick<PromiseApi, 'otherSchemas'> {
  const entries = served.flatMap(({ name, schema }): [string, JsonObject][] =>
    name !== chosen.name &&
    schema &&
    isWithinBounds(schema.openAPIV3Schema, bounds.schemaNodes)
      ? [[name, asJsonObject(schema.openAPIV3Schema)]]
      : [],
  );
  return entries.length > 0
    ? { otherSchemas: Object.fromEntries(entries) }
    : {};
}

function describeType(value: unknown): Told {
  return isObject(value) && typeof value.kind === 'string'
    ? tell('problem.apiIsOther', {
        kind: cutText(value.kind, 63),
        apiVersion: textOf(value.apiVersion, 100),
      })
    : tell('problem.apiIsNone');
}

function unusable(code: string, told: Told, path: string): Unusable {
  return { apiProblem: { code, ...told, path } };
}
