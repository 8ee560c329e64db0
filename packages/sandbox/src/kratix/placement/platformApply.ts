import type { KubeObject } from '../../apiserver/cluster';
import { parseAllDocuments } from 'yaml';
import { behaviourOf } from '../behaviour/objectBehaviour';
import { sandboxPrefix } from '../behaviour/behaviour';
import type { KratixContext } from '../context';
import { keyOf, toKey } from '../controller/keys';
import { at, recordsOf, textOf } from '../json/read';
import type { Manifest } from '../manifests/applyManifest';
import { applyManifest, parseManifest } from '../manifests/applyManifest';
import { decodeContent } from '../work/content';

const fromAnnotation = `${sandboxPrefix}applied-from`;

/** True for a Destination that is this very platform: a GitOps agent applies its files here. @internal */
export function isPlatform(destination: KubeObject): boolean {
  return (
    destination.metadata.annotations?.[`${sandboxPrefix}platform`] === 'true'
  );
}

/** Plays the GitOps agent of the platform: applies a placement's files and prunes what they no longer hold. @internal */
export function applyToPlatform(
  context: KratixContext,
  placement: KubeObject,
): void {
  const source = toKey(keyOf(placement));
  const manifests = manifestsOf(placement);
  const settled = settledAnnotation(context, placement);
  for (const manifest of manifests) {
    applyManifest(context.cluster, manifest, {
      fieldManager: 'gitops',
      annotations: { ...settled, [fromAnnotation]: source },
    });
  }
  pruneExcept(context, source, manifests);
}

/** The placement is gone: so is what came of it. @internal */
export function pruneFromPlatform(
  context: KratixContext,
  placement: KubeObject,
): void {
  pruneExcept(context, toKey(keyOf(placement)), []);
}

function pruneExcept(
  { cluster, apis }: KratixContext,
  source: string,
  kept: readonly Manifest[],
): void {
  for (const api of apis.all()) {
    const requests = cluster
      .list(api.gvr)
      .filter(
        ({ metadata }) => metadata.annotations?.[fromAnnotation] === source,
      );
    for (const { metadata } of requests) {
      const isKept = kept.some(
        ({ kind, name, namespace }) =>
          kind === api.kind &&
          name === metadata.name &&
          (namespace ?? 'default') === metadata.namespace,
      );
      if (!isKept) {
        cluster.delete(api.gvr, {
          namespace: metadata.namespace,
          name: metadata.name,
        });
      }
    }
  }
}

function manifestsOf(placement: KubeObject): readonly Manifest[] {
  return recordsOf(at(placement.spec, 'workloads'))
    .map(({ content }) => decodeContent(textOf(content) ?? ''))
    .flatMap(text => (text === undefined ? [] : [...parseAllDocuments(text)]))
    .filter(document => document.errors.length === 0)
    .flatMap(document => parseManifest(document.toJS()) ?? []);
}

/** The parts of a settled request are as old as it is. */
function settledAnnotation(
  context: KratixContext,
  placement: KubeObject,
): Record<string, string> {
  const promise = textOf(at(placement.spec, 'promiseName')) ?? '';
  const name = textOf(at(placement.spec, 'resourceName'));
  const api = context.apis.ofPromise(promise);
  const request =
    api && name
      ? context.cluster.get(api.gvr, {
          namespace: placement.metadata.namespace,
          name,
        })
      : undefined;
  const settledMs = request && behaviourOf(context, promise, request).settledMs;
  return settledMs === undefined
    ? {}
    : { [`${sandboxPrefix}settled`]: `${Math.round(settledMs / 1000)}s` };
}
