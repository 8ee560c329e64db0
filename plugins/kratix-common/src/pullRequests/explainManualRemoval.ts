import { wordingOf, type Wording } from '../wording';
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
): Wording | undefined {
  return forge === 'bitbucketServer'
    ? wordingOf('operation.removeByHand', {
        file: path ?? wordingOf('operation.itsFile'),
        branch,
        repository: `${owner}/${repo}`,
      })
    : undefined;
}
