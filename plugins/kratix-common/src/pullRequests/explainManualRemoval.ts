import type { DeliveryRepository } from './requestFilePath';

/**
 * What a person must do where a forge's API cannot remove a file, so that no pull request of the portal can;
 * undefined where it can. Bitbucket Data Center's REST API writes files and removes none
 * (rest/api/1.0 `…/browse/{path}`: GET and PUT only).
 *
 * @param path - of the request's file (`requestFilePath`), where it is known
 * @public
 */
export function explainManualRemoval(
  { forge, owner, repo, branch }: DeliveryRepository,
  path?: string,
): string | undefined {
  return forge === 'bitbucketServer'
    ? `Bitbucket Data Center cannot remove a file by its API, so the portal cannot ask for it. Remove ${
        path ?? 'its file'
      } from the branch ${branch} of ${owner}/${repo} by a pull request of your own; when that is merged, the request goes.`
    : undefined;
}
