import type { Cluster, KubeObject } from '../../apiserver/cluster';
import { findByLabels } from '../find';
import { at, textOf } from '../json/read';
import { deterministicName } from '../text/names';
import { labels, latestVersion, unversioned } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';

/** The version of a Promise: its label, or Kratix's word for none. @internal */
export function versionOf(promise: KubeObject): string {
  return promise.metadata.labels?.[labels.promiseVersion] || unversioned;
}

/** `<promise>-<first 5 hex of md5(version)>` (lib/objectutil/name.go). @internal */
export function revisionName(promise: string, version: string): string {
  return deterministicName(promise, version);
}

/** @internal */
export function revisionsOf(
  cluster: Cluster,
  promise: string,
): readonly KubeObject[] {
  return findByLabels(cluster, resources.promiseRevisions, {
    labels: { [labels.promiseName]: promise },
  });
}

/** @internal */
export function revisionVersion(revision: KubeObject): string {
  return textOf(at(revision.spec, 'version')) ?? unversioned;
}

/** The revision that `latest` or an exact version means; undefined when there is none. @internal */
export function findRevision(
  cluster: Cluster,
  promise: string,
  version: string,
): KubeObject | undefined {
  const revisions = revisionsOf(cluster, promise);
  return version === latestVersion
    ? revisions.find(
        ({ metadata }) => metadata.labels?.[labels.latestRevision] === 'true',
      )
    : revisions.find(revision => revisionVersion(revision) === version);
}
