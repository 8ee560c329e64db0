import type { AdmissionHook, Cluster } from '../../apiserver/cluster';
import { StatusError } from '../../apiserver/status/StatusError';
import { denied } from '../admission/denied';
import { at, textOf } from '../json/read';
import { resources } from '../vocabulary/resources';

const webhook = 'vpromiserelease.kb.io';

/**
 * Kratix's validating webhook for PromiseReleases (internal/webhook/v1alpha1/promiserelease_webhook.go), as far
 * as it goes without a network: what a URL leads to is not looked at.
 * @internal
 */
export function releaseAdmission(cluster: Cluster): AdmissionHook {
  return ({ operation, object }) => {
    if (operation === 'DELETE') {
      return;
    }
    if (!textOf(at(object.spec, 'sourceRef', 'url'))) {
      throw denied(webhook, 'sourceRef.url must be set');
    }
    const secret = at(object.spec, 'sourceRef', 'secretRef');
    const name = textOf(at(secret, 'name')) ?? '';
    const namespace = textOf(at(secret, 'namespace')) ?? '';
    if (
      operation === 'CREATE' &&
      secret !== undefined &&
      !cluster.get(resources.secrets, { namespace, name })
    ) {
      throw secretNotFound(name);
    }
  };
}

/** The webhook hands the API server's own answer on, with the code and what it is about. */
function secretNotFound(name: string): StatusError {
  return new StatusError(
    404,
    'NotFound',
    `admission webhook "${webhook}" denied the request: Secret "${name}" not found`,
    { name, kind: 'Secret' },
  );
}
