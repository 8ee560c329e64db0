import type { KubeObject } from '../cluster';
import type { JsonSchema } from '../schema/JsonSchema';

/** The part of a CRD that the sandbox acts on. @internal */
export interface CrdSpec {
  group: string;
  scope: 'Namespaced' | 'Cluster';
  names: CrdNames;
  versions: CrdVersion[];
  preserveUnknownFields?: boolean;
  conversion?: { strategy: string };
}

/** @internal */
export interface CrdNames {
  plural: string;
  singular?: string;
  kind: string;
  listKind?: string;
  shortNames?: string[];
  categories?: string[];
}

/** @internal */
export interface CrdVersion {
  name: string;
  served: boolean;
  storage: boolean;
  deprecated?: boolean;
  deprecationWarning?: string;
  schema?: { openAPIV3Schema?: JsonSchema };
  subresources?: { status?: object; scale?: object };
  additionalPrinterColumns?: PrinterColumn[];
  selectableFields?: { jsonPath: string }[];
}

/** @internal */
export interface PrinterColumn {
  name: string;
  type: string;
  format?: string;
  description?: string;
  priority?: number;
  jsonPath: string;
}

/** @internal */
export function crdSpec(crd: KubeObject): CrdSpec {
  return crd.spec as CrdSpec;
}

/** @internal */
export const crdStorageKey = 'apiextensions.k8s.io/customresourcedefinitions';

/** @internal */
export const crdFinalizer = 'customresourcecleanup.apiextensions.k8s.io';
