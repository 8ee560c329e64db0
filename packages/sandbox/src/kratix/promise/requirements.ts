import type { Cluster, KubeObject } from '../../apiserver/cluster';
import type { PlannedCondition } from '../conditions/conditions';
import { at, recordsOf, textOf } from '../json/read';
import { revisionVersion, revisionsOf } from '../revision/revisions';
import { resources } from '../vocabulary/resources';

/** One entry of `status.requiredPromises`. @internal */
export interface Requirement {
  name: string;
  version: string;
  state:
    | 'Requirement installed'
    | 'Requirement not installed'
    | 'Requirement not installed at the specified version'
    | 'Requirement not available';
}

/** How a Promise's requirements stand (`generateStatusAndMarkRequirements`). @internal */
export function evaluateRequirements(
  cluster: Cluster,
  promise: KubeObject,
): readonly Requirement[] {
  return recordsOf(at(promise.spec, 'requiredPromises')).map(required => {
    const name = textOf(required.name) ?? '';
    const version = textOf(required.version) ?? '';
    return { name, version, state: stateOf(cluster, name, version) };
  });
}

function stateOf(
  cluster: Cluster,
  name: string,
  version: string,
): Requirement['state'] {
  const required = cluster.get(resources.promises, { name });
  if (!required) {
    return 'Requirement not installed';
  }
  const hasVersion =
    version === '' ||
    revisionsOf(cluster, name).some(
      revision => revisionVersion(revision) === version,
    );
  if (!hasVersion) {
    return 'Requirement not installed at the specified version';
  }
  return at(required.status, 'status') === 'Available'
    ? 'Requirement installed'
    : 'Requirement not available';
}

/** RequirementsFulfilled; undefined for a Promise that requires nothing. @internal */
export function requirementsCondition(
  requirements: readonly Requirement[],
): PlannedCondition | undefined {
  const type = 'RequirementsFulfilled';
  // Kratix evaluates in order; the last unmet requirement gives the reason.
  const unmet = requirements.filter(
    ({ state }) => state !== 'Requirement installed',
  );
  const last = unmet[unmet.length - 1];
  if (requirements.length === 0) {
    return undefined;
  }
  return last
    ? {
        type,
        status: 'False',
        reason:
          last.state === 'Requirement not available'
            ? 'RequirementsNotAvailable'
            : 'RequirementsNotInstalled',
        message: 'Requirements not fulfilled',
      }
    : {
        type,
        status: 'True',
        reason: 'RequirementsInstalled',
        message: 'Requirements fulfilled',
      };
}
