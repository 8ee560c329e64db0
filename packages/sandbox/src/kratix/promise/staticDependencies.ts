import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import type { KubeObject } from '../../apiserver/cluster';
import { buildWorkloadGroups } from '../adapter/workloadGroups';
import type { KratixContext } from '../context';
import { seededHex } from '../context';
import { keyOf } from '../controller/keys';
import { findByLabels } from '../find';
import { at, recordsOf } from '../json/read';
import { changeObject } from '../status';
import { suffixedName } from '../text/names';
import { goTime } from '../text/time';
import { annotations, labels } from '../vocabulary/labels';
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
    changeObject(cluster, resources.works, existing, draft => {
      const isNews = !isDeepStrictEqual(draft.spec, spec);
      draft.spec = spec;
      // Kratix writes the time at every look, and looks at every write, a dozen times a second and for ever. Once
      // for each change is enough to show it.
      if (isNews || !draft.metadata.annotations?.[annotations.lastUpdatedAt]) {
        draft.metadata.annotations = {
          ...draft.metadata.annotations,
          [annotations.lastUpdatedAt]: goTime(cluster.clock.now()),
        };
      }
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
