import { InputError } from '@backstage/errors';
import {
  DefaultAzureDevOpsCredentialsProvider,
  DefaultGithubCredentialsProvider,
  getBitbucketCloudRequestOptions,
  getBitbucketServerRequestOptions,
  getGiteaRequestOptions,
  getGitLabRequestOptions,
  type ScmIntegrations,
} from '@backstage/integration';
import {
  splitAzureOwner,
  type DeliveryRepository,
  type ForgeType,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { AzureForge } from './AzureForge';
import { BitbucketCloudForge } from './BitbucketCloudForge';
import { BitbucketServerForge } from './BitbucketServerForge';
import type { Forge } from './Forge';
import { ForgeHttp } from './ForgeHttp';
import { GiteaForge } from './GiteaForge';
import { GithubForge } from './GithubForge';
import { GitlabForge } from './GitlabForge';

/**
 * What speaks to the forge of a repository, with the credentials of the integration for its host.
 * @internal
 */
export function createForge(
  integrations: ScmIntegrations,
  repository: DeliveryRepository,
): Forge {
  return makers[repository.forge](integrations, repository);
}

type Maker = (
  integrations: ScmIntegrations,
  repository: DeliveryRepository,
) => Forge;

const makers: Readonly<Record<ForgeType, Maker>> = {
  github: (integrations, repository) => {
    const { host, owner, repo } = repository;
    const provider =
      DefaultGithubCredentialsProvider.fromIntegrations(integrations);
    const url = `https://${host}/${owner}/${repo}`;
    const baseUrl = integrations.github.byHost(host)?.config.apiBaseUrl;
    return new GithubForge(
      httpOf(repository, baseUrl, async () => {
        const { headers } = await provider.getCredentials({ url });
        return headers;
      }),
      repository,
    );
  },
  gitlab: (integrations, repository) => {
    const { config } = known(
      integrations.gitlab.byHost(repository.host),
      repository,
    );
    return new GitlabForge(
      httpOf(
        repository,
        config.apiBaseUrl,
        async () => getGitLabRequestOptions(config).headers,
      ),
      repository,
    );
  },
  gitea: (integrations, repository) => {
    const { config } = known(
      integrations.gitea.byHost(repository.host),
      repository,
    );
    const base = config.baseUrl ?? `https://${repository.host}`;
    return new GiteaForge(
      httpOf(
        repository,
        `${base.replace(/\/+$/, '')}/api/v1`,
        async () => getGiteaRequestOptions(config).headers,
      ),
      repository,
    );
  },
  bitbucketCloud: (integrations, repository) => {
    const { config } = known(
      integrations.bitbucketCloud.byHost(repository.host),
      repository,
    );
    return new BitbucketCloudForge(
      httpOf(repository, config.apiBaseUrl, async () => {
        const { headers } = await getBitbucketCloudRequestOptions(config);
        return headers;
      }),
      repository,
    );
  },
  bitbucketServer: (integrations, repository) => {
    const { config } = known(
      integrations.bitbucketServer.byHost(repository.host),
      repository,
    );
    return new BitbucketServerForge(
      httpOf(
        repository,
        config.apiBaseUrl,
        async () => getBitbucketServerRequestOptions(config).headers,
      ),
      repository,
    );
  },
  azure: (integrations, repository) => {
    const { host, owner } = repository;
    const provider =
      DefaultAzureDevOpsCredentialsProvider.fromIntegrations(integrations);
    const { organization, project } = splitAzureOwner(owner);
    const url = `https://${host}/${organization}/${encodeURIComponent(
      project,
    )}`;
    return new AzureForge(
      httpOf(repository, url, async () => {
        const credentials = await provider.getCredentials({ url });
        return credentials?.headers;
      }),
      repository,
      url,
    );
  },
};

function httpOf(
  repository: DeliveryRepository,
  baseUrl: string | undefined,
  authorize: () => Promise<Readonly<Record<string, string>> | undefined>,
): ForgeHttp {
  const { host } = repository;
  return new ForgeHttp({
    baseUrl: known(baseUrl, repository),
    host,
    authorize: async () => ({ ...(await authorize()) }),
  });
}

function known<T>(
  value: T | undefined,
  { host }: Pick<DeliveryRepository, 'host'>,
): T {
  if (value === undefined) {
    throw new InputError(`'integrations' has no address of the API of ${host}`);
  }
  return value;
}
