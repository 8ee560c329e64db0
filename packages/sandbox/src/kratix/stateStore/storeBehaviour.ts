import { parse } from 'yaml';
import { z } from 'zod';
import type { Cluster, KubeObject } from '../../apiserver/cluster';
import { sandboxPrefix } from '../behaviour/behaviour';
import { at, textOf } from '../json/read';
import { resources } from '../vocabulary/resources';

/** @internal */
export interface NotReady {
  reason:
    | 'ErrorInitialisingWriter'
    | 'ErrorValidatingPermissions'
    | 'SecretNotFound'
    | 'StateStoreError';
  message: string;
}

const notReady = z.union([
  z.string().transform(
    (message): NotReady => ({
      reason: 'ErrorValidatingPermissions',
      message,
    }),
  ),
  z.strictObject({
    reason: z
      .enum([
        'ErrorInitialisingWriter',
        'ErrorValidatingPermissions',
        'SecretNotFound',
        'StateStoreError',
      ])
      .default('ErrorValidatingPermissions'),
    message: z.string(),
  }),
]);

/** Why a store cannot be used, if its annotation says so. @internal */
export function readNotReady(store: KubeObject): NotReady | undefined {
  const said = store.metadata.annotations?.[`${sandboxPrefix}not-ready`];
  if (said === undefined) {
    return undefined;
  }
  const parsed = notReady.safeParse(parse(said));
  return parsed.success
    ? parsed.data
    : { reason: 'StateStoreError', message: said };
}

/** The error of every write to a store or Destination, if an annotation says so. @internal */
export function writeError(object: KubeObject | undefined): string | undefined {
  return (
    object?.metadata.annotations?.[`${sandboxPrefix}fail-writes`] || undefined
  );
}

/** The store that a Destination refers to. @internal */
export function storeOf(
  cluster: Cluster,
  destination: KubeObject,
): { label: string; store?: KubeObject } {
  const kind = textOf(at(destination.spec, 'stateStoreRef', 'kind')) ?? '';
  const name = textOf(at(destination.spec, 'stateStoreRef', 'name')) ?? '';
  const gvr =
    kind === 'GitStateStore'
      ? resources.gitStateStores
      : resources.bucketStateStores;
  return { label: `${kind}/${name}`, store: cluster.get(gvr, { name }) };
}
