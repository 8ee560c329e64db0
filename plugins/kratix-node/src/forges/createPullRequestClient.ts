import type { Config } from '@backstage/config';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import {
  DefaultAzureDevOpsCredentialsProvider,
  DefaultGithubCredentialsProvider,
  getBitbucketCloudRequestOptions,
  getBitbucketServerRequestOptions,
  getGiteaRequestOptions,
  getGitLabRequestOptions,
  ScmIntegrations,
} from '@backstage/integration';
import {
  splitAzureOwner,
  toFileUrl,
  type DeliveryRepository,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { ZodError } from 'zod';
import { AzureForge } from './AzureForge';
import { BitbucketCloudForge } from './BitbucketCloudForge';
import { BitbucketServerForge } from './BitbucketServerForge';
import type { Forge } from './Forge';
import { ForgeHttp } from './ForgeHttp';
import { GiteaForge } from './GiteaForge';
import { GithubForge } from './GithubForge';
import { GitlabForge } from './GitlabForge';
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

function createForge(
  integrations: ScmIntegrations,
  repository: DeliveryRepository,
): Forge {
  const { host, owner, forge } = repository;
  const http = (baseUrl: string | undefined, authorize: Authorize) =>
    new ForgeHttp({
      baseUrl: requireKnown(baseUrl, host),
      host,
      authorize: async () => ({ ...(await authorize()) }),
    });
  switch (forge) {
    case 'github': {
      const provider =
        DefaultGithubCredentialsProvider.fromIntegrations(integrations);
      const url = `https://${host}/${owner}/${repository.repo}`;
      return new GithubForge(
        http(integrations.github.byHost(host)?.config.apiBaseUrl, async () => ({
          ...(await provider.getCredentials({ url })).headers,
        })),
        repository,
      );
    }
    case 'gitlab': {
      const config = integrations.gitlab.byHost(host)?.config;
      return new GitlabForge(
        http(config?.apiBaseUrl, async () =>
          config ? getGitLabRequestOptions(config).headers : {},
        ),
        repository,
      );
    }
    case 'gitea': {
      const config = integrations.gitea.byHost(host)?.config;
      const base = (config?.baseUrl ?? `https://${host}`).replace(/\/+$/, '');
      return new GiteaForge(
        http(config && `${base}/api/v1`, async () =>
          config ? getGiteaRequestOptions(config).headers : {},
        ),
        repository,
      );
    }
    case 'bitbucketCloud': {
      const config = integrations.bitbucketCloud.byHost(host)?.config;
      return new BitbucketCloudForge(
        http(config?.apiBaseUrl, async () =>
          config ? (await getBitbucketCloudRequestOptions(config)).headers : {},
        ),
        repository,
      );
    }
    case 'bitbucketServer': {
      const config = integrations.bitbucketServer.byHost(host)?.config;
      return new BitbucketServerForge(
        http(config?.apiBaseUrl, async () =>
          config ? getBitbucketServerRequestOptions(config).headers : {},
        ),
        repository,
      );
    }
    case 'azure': {
      const provider =
        DefaultAzureDevOpsCredentialsProvider.fromIntegrations(integrations);
      const { organization, project } = splitAzureOwner(owner);
      const url = `https://${host}/${organization}/${encodeURIComponent(
        project,
      )}`;
      return new AzureForge(
        http(url, async () => ({
          ...(await provider.getCredentials({ url }))?.headers,
        })),
        repository,
        url,
      );
    }
    default: {
      const unknown: never = forge;
      throw new Error(`No such forge: ${String(unknown)}`);
    }
  }
}

type Authorize = () => Promise<Readonly<Record<string, string>> | undefined>;

function requireKnown(baseUrl: string | undefined, host: string): string {
  if (!baseUrl) {
    throw new InputError(`'integrations' has no address of the API of ${host}`);
  }
  return baseUrl;
}
