import type { KubernetesObject } from '@kubernetes/client-node';
import { stringify } from 'yaml';

/**
 * The namespace that Kratix hard-codes (api/v1alpha1/const.go at ae170e22).
 *
 * @internal
 */
export const KRATIX_NAMESPACE = 'kratix-platform-system';

/**
 * Settings of Kratix that a test may want otherwise.
 *
 * @public
 */
export interface KratixSettings {
  /** How often a Job may fail before Kratix sees a failure; Kubernetes' own 6 takes minutes. */
  defaultBackoffLimit?: number;
  /** How soon a settled object is looked at again, as a Go duration. */
  reconciliationInterval?: string;
  /** How soon a state store is tried again, as a Go duration. */
  stateStoreReconciliationInterval?: string;
}

/**
 * The ConfigMap that Kratix reads when it starts (cmd/main.go `KratixConfig` at
 * ae170e22), with dry runs switched on and failures that do not take minutes.
 *
 * @internal
 */
export function buildKratixConfig(settings: KratixSettings): KubernetesObject {
  const configMap = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'kratix', namespace: KRATIX_NAMESPACE },
    data: {
      config: stringify({
        workflows: {
          jobOptions: {
            defaultBackoffLimit: settings.defaultBackoffLimit ?? 1,
          },
        },
        reconciliationInterval: settings.reconciliationInterval ?? '10h',
        stateStoreReconciliationInterval:
          settings.stateStoreReconciliationInterval ?? '1m',
        featureFlags: { dryRun: true },
        logging: { structured: true, level: 'info' },
      }),
    },
  };
  return configMap;
}
