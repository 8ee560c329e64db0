import type { AdmissionHook } from '../../apiserver/cluster';
import { denied } from '../admission/denied';
import { at } from '../json/read';

const webhook = 'vbucketstatestore-v1alpha1.kb.io';

/** Kratix's validating webhook for BucketStateStores (`ValidateSecretRef` of api/v1alpha1/bucketstatestore_types.go). @internal */
export const bucketStoreAdmission: AdmissionHook = ({ operation, object }) => {
  const problem =
    operation === 'DELETE' ? undefined : secretProblem(object.spec);
  if (problem !== undefined) {
    throw denied(webhook, problem);
  }
};

function secretProblem(spec: unknown): string | undefined {
  const secret = at(spec, 'secretRef');
  if (at(spec, 'authMethod') !== 'accessKey') {
    return undefined;
  }
  if (secret === undefined) {
    return 'spec.secretRef must be set when using authentication method accessKey';
  }
  if (!at(secret, 'name')) {
    return 'spec.secretRef must contain secret name';
  }
  return at(secret, 'namespace')
    ? undefined
    : 'spec.secretRef must contain secret namespace';
}
