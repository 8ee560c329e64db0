/**
 * Why a container has no log yet, in the kubelet's own words (pkg/kubelet
 * `validateContainerLogStatus`): the API server hands them on to whoever asked.
 *
 * @internal
 */
export function describeMissingLog(
  where: { container: string; pod: string; previous: boolean },
  waitingReason: string | undefined,
): string {
  const what = `container "${where.container}" in pod "${where.pod}"`;
  if (where.previous) {
    return `previous terminated ${what} not found`;
  }
  switch (waitingReason) {
    case 'ErrImagePull':
      return `${what} is waiting to start: image can't be pulled`;
    case 'ImagePullBackOff':
      return `${what} is waiting to start: trying and failing to pull image`;
    case undefined:
      return `${what} is not available`;
    default:
      return `${what} is waiting to start: ${waitingReason}`;
  }
}
