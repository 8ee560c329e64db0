import type { AdmissionHook, KubeObject } from '../../apiserver/cluster';
import { annotatedIntervalProblem } from '../admission/annotatedInterval';
import { denied } from '../admission/denied';
import { at } from '../json/read';

const webhook = 'vpromiserevision-v1alpha1.kb.io';

/** Kratix's validating webhook for PromiseRevisions (internal/webhook/v1alpha1/promiserevision_webhook.go). @internal */
export const revisionAdmission: AdmissionHook = ({
  operation,
  object,
  previous,
  username,
}) => {
  const problem =
    operation === 'DELETE'
      ? removalProblem(object, username)
      : annotatedIntervalProblem(object, previous);
  if (problem !== undefined) {
    throw denied(webhook, problem);
  }
};

function removalProblem(
  { status }: KubeObject,
  username: string | undefined,
): string | undefined {
  return at(status, 'latest') === true && !isController(username)
    ? 'can not delete the latest PromiseRevision'
    : undefined;
}

/** Kratix itself, or Kubernetes' garbage collector (`isKratixController`). */
function isController(username: string | undefined): boolean {
  return (
    username === undefined ||
    username.startsWith('system:serviceaccount:kratix-platform-system') ||
    username === 'system:serviceaccount:kube-system:generic-garbage-collector'
  );
}
