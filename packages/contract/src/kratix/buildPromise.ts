import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Manifest } from './Manifest';

const FIXTURE = join(__dirname, '../../fixtures/promise.yaml');

/** What scenarios vary in the one Promise of the fixtures. @internal */
export interface PromiseVariant {
  readonly name: string;
  readonly version?: string;
  /** The tag of the pipelines' image: another one is another version of the pipelines. */
  readonly imageTag?: string;
  readonly requires?: readonly { name: string; version: string }[];
}

/** The group that the requests of a Promise are served in: each has its own, so none takes another's. @internal */
export function groupOf(promise: string): string {
  return `${promise}.example.com`;
}

/** The fixture Promise under a name of its own, so that scenarios do not meet. @internal */
export function buildPromise(variant: PromiseVariant): Manifest {
  const text = readFileSync(FIXTURE, 'utf8')
    .replaceAll('contract-app', variant.name)
    .replaceAll('contract.example.com', groupOf(variant.name))
    .replaceAll('play:v1', `play:${variant.imageTag ?? 'v1'}`)
    .replaceAll('v1.0.0', variant.version ?? 'v1.0.0');
  const promise = parse(text) as Manifest;
  return {
    ...promise,
    spec: {
      ...promise.spec,
      ...(variant.requires && { requiredPromises: variant.requires }),
    },
  };
}
