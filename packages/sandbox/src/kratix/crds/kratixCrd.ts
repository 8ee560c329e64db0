import type { NewKubeObject } from '../../apiserver/cluster';
import type { Json } from '../json/read';

/** What tells one of Kratix's own kinds from another. @internal */
export interface KratixKind {
  kind: string;
  plural: string;
  singular: string;
  shortNames?: readonly string[];
  isNamespaced: boolean;
  /** HealthRecord is in no category and has no status subresource. */
  isPlain?: boolean;
  columns?: readonly Column[];
  /** Fields beside `apiVersion`, `kind` and `metadata`. */
  properties: Json;
  required?: readonly string[];
  selectableFields?: readonly string[];
}

type Column = readonly [name: string, jsonPath: string, type?: string];

/** The CustomResourceDefinition of one of Kratix's own kinds. @internal */
export function kratixCrd(kind: KratixKind): NewKubeObject {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${kind.plural}.platform.kratix.io` },
    spec: {
      group: 'platform.kratix.io',
      names: {
        kind: kind.kind,
        listKind: `${kind.kind}List`,
        plural: kind.plural,
        singular: kind.singular,
        ...(kind.shortNames && { shortNames: [...kind.shortNames] }),
        ...(!kind.isPlain && { categories: ['kratix'] }),
      },
      scope: kind.isNamespaced ? 'Namespaced' : 'Cluster',
      versions: [versionOf(kind)],
    },
  };
}

function versionOf(kind: KratixKind): Json {
  return {
    name: 'v1alpha1',
    served: true,
    storage: true,
    ...(!kind.isPlain && { subresources: { status: {} } }),
    ...(kind.columns && {
      additionalPrinterColumns: kind.columns.map(
        ([name, jsonPath, type = 'string']) => ({ name, type, jsonPath }),
      ),
    }),
    ...(kind.selectableFields && {
      selectableFields: kind.selectableFields.map(jsonPath => ({ jsonPath })),
    }),
    schema: {
      openAPIV3Schema: {
        type: 'object',
        properties: {
          apiVersion: { type: 'string' },
          kind: { type: 'string' },
          metadata: { type: 'object' },
          ...kind.properties,
        },
        ...(kind.required && { required: [...kind.required] }),
      },
    },
  };
}
