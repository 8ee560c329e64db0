import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Manifest } from '../kratix/Manifest';

/** A Promise with requests of it, good and bad ones. @internal */
export interface PromiseSet {
  readonly name: string;
  readonly promise: Manifest;
  /** Undefined where the Promise offers nothing to ask for. */
  readonly api?: PromiseApi;
  /** By what they are: the name of their file, or what is wrong with them. */
  readonly requests: ReadonlyMap<string, Manifest>;
}

/** @internal */
export interface PromiseApi {
  readonly group: string;
  readonly version: string;
  readonly plural: string;
  readonly kind: string;
  readonly properties: Readonly<Record<string, { readonly type?: string }>>;
}

/** Every folder below this one that has a `promise.yaml`, with its `request*.yaml`. @internal */
export function readPromiseSets(folder: string): PromiseSet[] {
  return readdirSync(folder)
    .sort()
    .filter(name => existsSync(join(folder, name, 'promise.yaml')))
    .map(name => {
      const read = (file: string) =>
        parse(readFileSync(join(folder, name, file), 'utf8')) as Manifest;
      const promise = read('promise.yaml');
      const api = readApi(promise);
      const files = readdirSync(join(folder, name)).filter(file =>
        /^request.*\.yaml$/.test(file),
      );
      const requests = files
        .sort()
        .map((file): [string, Manifest] => [file, read(file)])
        .concat(api ? inventRequests(api) : []);
      return {
        name,
        promise,
        api,
        requests: new Map(
          requests.map(([what, request]) => [what, inDefault(request)]),
        ),
      };
    });
}

function readApi({ spec }: Manifest): PromiseApi | undefined {
  const definition = spec?.api as DefinitionLike | undefined;
  const versions = definition?.spec?.versions;
  const stored = versions?.find(({ storage }) => storage);
  return definition?.spec && stored
    ? {
        group: definition.spec.group,
        version: stored.name,
        plural: definition.spec.names.plural,
        kind: definition.spec.names.kind,
        properties:
          stored.schema?.openAPIV3Schema?.properties?.spec?.properties ?? {},
      }
    : undefined;
}

interface DefinitionLike {
  readonly spec?: {
    readonly group: string;
    readonly names: { readonly plural: string; readonly kind: string };
    readonly versions?: readonly {
      readonly name: string;
      readonly storage?: boolean;
      readonly schema?: {
        readonly openAPIV3Schema?: {
          readonly properties?: {
            readonly spec?: { readonly properties?: PromiseApi['properties'] };
          };
        };
      };
    }[];
  };
}

/** Nothing at all, and each field of the wrong type, null and empty. */
function inventRequests(api: PromiseApi): [string, Manifest][] {
  const build = (spec: object): Manifest => ({
    apiVersion: `${api.group}/${api.version}`,
    kind: api.kind,
    metadata: { name: 'invented' },
    spec: { ...spec },
  });
  return [
    ['nothing', build({})],
    ...Object.entries(api.properties).flatMap(
      ([field, { type }]): [string, Manifest][] => [
        [
          `wrong ${field}`,
          build({ [field]: type === 'string' ? 12 : 'wrong' }),
        ],
        [`null ${field}`, build({ [field]: null })],
        [`empty ${field}`, build({ [field]: EMPTY[type ?? ''] ?? '' })],
      ],
    ),
  ];
}

const EMPTY: Readonly<Record<string, unknown>> = {
  object: {},
  array: [],
  integer: 0,
  number: 0,
  boolean: false,
};

/** Their namespaces are their authors'. */
function inDefault(request: Manifest): Manifest {
  return {
    ...request,
    metadata: { ...request.metadata, namespace: 'default' },
  };
}
