import type { KubeObject } from '../../apiserver/cluster';
import { stringify } from 'yaml';
import { buildWorkloadGroups } from '../adapter/workloadGroups';
import type { KratixContext } from '../context';
import { seededHex } from '../context';
import { keyOf } from '../controller/keys';
import { findByLabels } from '../find';
import { at, recordsOf } from '../json/read';
import { suffixedName } from '../text/names';
import { labels } from '../vocabulary/labels';
import {
  platformApiVersion,
  resources,
  systemNamespace,
} from '../vocabulary/resources';
import { promiseSelectors } from '../work/selectors';

/** Keeps the Work of `spec.dependencies` (`applyWorkForStaticDependencies`). @internal */
export function keepStaticDependencies(
  { cluster, settings }: KratixContext,
  promise: KubeObject,
): void {
  const { name } = promise.metadata;
  const workLabels = {
    [labels.promiseName]: name,
    [labels.workType]: 'static-dependency',
  };
  const [existing] = findByLabels(cluster, resources.works, {
    namespace: systemNamespace,
    labels: workLabels,
  });
  const dependencies = recordsOf(at(promise.spec, 'dependencies'));
  if (dependencies.length === 0) {
    if (existing) {
      cluster.delete(resources.works, keyOf(existing));
    }
    return;
  }
  const spec = {
    promiseName: name,
    workloadGroups: buildWorkloadGroups({
      files: {
        [`static/${name}-dependencies.yaml`]: dependencies
          .map(document => stringify(document))
          .join('---\n'),
      },
      promiseSelectors: promiseSelectors(promise.spec),
      directorySelectors: [],
      source: 'promise-workflow',
    }),
  };
  if (existing) {
    cluster.mutate(resources.works, keyOf(existing), draft => {
      draft.spec = spec;
    });
    return;
  }
  cluster.create(resources.works, {
    apiVersion: platformApiVersion,
    kind: 'Work',
    metadata: {
      name: suffixedName(
        `${name}-static-deps`,
        seededHex(settings, 'static', promise.metadata.name).slice(0, 5),
      ),
      namespace: systemNamespace,
      labels: workLabels,
    },
    spec,
  });
}
