import type { Cluster, KubeObject } from '../../apiserver/cluster';
import { evaluateRequirements } from './requirements';

/** What a Promise lacks that it requires, as `kubectl apply` is told (`validateRequiredPromisesAreAvailable`). @internal */
export function requirementWarnings(
  cluster: Cluster,
  promise: KubeObject,
): readonly string[] {
  const missing = evaluateRequirements(cluster, promise).flatMap(
    ({ name, version, state }) => {
      switch (state) {
        case 'Requirement not installed':
          return `Required Promise ${quoted(name)} at version ${quoted(
            version,
          )} not installed`;
        case 'Requirement not installed at the specified version':
          return `Required Promise ${quoted(
            name,
          )} installed, but no revision found at version ${quoted(version)}`;
        case 'Requirement installed':
        case 'Requirement not available':
          return [];
      }
    },
  );
  return missing.length === 0
    ? []
    : [
        ...missing,
        'Promise will not be available until the above issue(s) is resolved',
      ];
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
