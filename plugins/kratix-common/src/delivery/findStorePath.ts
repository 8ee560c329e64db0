import type { Destination, StateStore, Work, WorkPlacement } from '../model';

/**
 * The folder of one placement's files in its store, by the rules of kratix-domain 4 "Paths"; undefined where
 * they do not tell, such as for files that are put together into one.
 * @internal
 */
export function findStorePath(
  placement: WorkPlacement,
  context: {
    work: Work;
    destination: Destination | undefined;
    stores: readonly StateStore[] | undefined;
  },
): string | undefined {
  const { work, destination, stores } = context;
  const { stateStore, filePathMode = 'nestedByMetadata' } = destination ?? {};
  const store = stores?.find(
    ({ kind, name }) => kind === stateStore?.kind && name === stateStore.name,
  );
  if (!destination || !store || !placement.groupId) {
    return undefined;
  }
  const prefix = [store.path, destination.path];
  const below = folderOf(work, placement, filePathMode);
  return below && joinPath([...prefix, ...below]);
}

function folderOf(
  { workType, promiseName, resourceName, pipelineName }: Work,
  { namespace, groupId = '' }: WorkPlacement,
  filePathMode: string,
): readonly (string | undefined)[] | undefined {
  if (filePathMode === 'none') {
    return [];
  }
  if (filePathMode !== 'nestedByMetadata') {
    return undefined;
  }
  const id = groupId.slice(0, 5);
  return workType === 'resource'
    ? ['resources', namespace, promiseName, resourceName, pipelineName, id]
    : ['dependencies', promiseName, pipelineName, id];
}

function joinPath(parts: readonly (string | undefined)[]): string {
  return parts
    .flatMap(part => (part ?? '').split('/'))
    .filter(part => part !== '')
    .join('/');
}
