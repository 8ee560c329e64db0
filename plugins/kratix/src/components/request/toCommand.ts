import {
  kratixLabels,
  type PhaseAction,
  type RequestResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * The `kubectl` command that does what the pages name as the next step; undefined where a command would
 * not help. Labels: kratix-domain 3.6.
 * @internal
 */
export function toCommand(
  action: PhaseAction,
  request: Pick<RequestResponse, 'ref' | 'kind' | 'apiVersion' | 'report'>,
): string | undefined {
  const { ref } = request;
  const parts = [ref.promise, ref.namespace, ref.name, request.kind];
  if (![...parts, ...request.apiVersion.split('/')].every(isPlain)) {
    return undefined;
  }
  const selector = `${kratixLabels.promiseName}=${ref.promise},${kratixLabels.resourceName}=${ref.name}`;
  switch (action) {
    case 'resume':
      return label(
        request,
        request.report.phase === 'Paused' || request.report.phase === 'Deleting'
          ? `${kratixLabels.paused}-`
          : `${kratixLabels.workflowSuspended}-`,
      );
    case 'retryNow':
      return label(request, `${kratixLabels.workflowSuspended}-`);
    case 'rerun':
      return label(
        request,
        `--overwrite ${kratixLabels.manualReconciliation}=true`,
      );
    case 'showLog':
      return `kubectl logs --namespace ${ref.namespace} --selector ${selector} --all-containers --prefix --tail=-1`;
    case 'showDestinations':
      return 'kubectl get destinations --show-labels';
    case 'showDelivery':
    case 'showHealth':
    case 'showPromise':
      return undefined;
    default:
      return action satisfies never;
  }
}

function label(
  {
    ref,
    kind,
    apiVersion,
  }: Pick<RequestResponse, 'ref' | 'kind' | 'apiVersion'>,
  change: string,
): string {
  const [group, version] = apiVersion.split('/');
  return `kubectl label --namespace ${ref.namespace} ${kind}.${version}.${group} ${ref.name} ${change}`;
}

/** Names come from a cluster; what a person pastes into a shell must not hold anything but a name. */
function isPlain(name: string): boolean {
  return /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(name);
}
