import type { Config } from '@backstage/config';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import {
  toFileUrl,
  type DeliveryRepository,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { ZodError } from 'zod';
import { createForge } from './createForge';
import type { PullRequestClient } from './PullRequestClient';

/**
 * Pull requests in the repository of a platform.
 *
 * @param config - The whole app-config: its `integrations` have the credentials.
 * @public
 */
export function createPullRequestClient(
  config: Config,
  repository: DeliveryRepository,
): PullRequestClient {
  const integrations = ScmIntegrations.fromConfig(config);
  const forge = createForge(integrations, repository);
  // Only Gitea's reader looks at more than the host of an address.
  const baseUrl =
    repository.forge === 'gitea'
      ? integrations.gitea.byHost(repository.host)?.config.baseUrl
      : undefined;
  return {
    fileUrl: path => toFileUrl(repository, path, baseUrl),
    list: ({ signal } = {}) => understood(repository, () => forge.list(signal)),
    open: async (change, { signal } = {}) => {
      const { open } = forge;
      if (!open) {
        throw new InputError(
          `No pull request is opened on ${repository.host} this way: ${
            change.content === undefined
              ? `its API cannot remove a file; remove ${change.path} with Git`
              : "Backstage's own action does it"
          }`,
        );
      }
      return understood(repository, () => open(change, signal));
    },
  };
}

async function understood<T>(
  { host }: DeliveryRepository,
  ask: () => Promise<T>,
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ZodError) {
      throw new ServiceUnavailableError(
        `${host} answers with something that is not understood`,
      );
    }
    throw error;
  }
}
