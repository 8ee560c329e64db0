import type { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { ForgeType } from '@kratix-portal/backstage-plugin-kratix-common';
import { ConfigError } from './ConfigError';

/**
 * What hosts the repository, which the integration of its host says.
 * @internal
 */
export function readForge(
  root: Config,
  host: string,
  { key }: { readonly key: string },
): ForgeType {
  const type = ScmIntegrations.fromConfig(root).byHost(host)?.type;
  const forge = forges.find(known => known === type);
  if (!forge) {
    throw new ConfigError({
      key,
      value: host,
      allowed: type
        ? `integrations.${type} opens no pull requests; allowed are hosts of ${forges.join(
            ', ',
          )}`
        : `no entry of 'integrations' is about it; add one with credentials, of ${forges.join(
            ', ',
          )}`,
    });
  }
  // Backstage knows github.com and the like without being told, and then has no credentials.
  if (!root.has(`integrations.${forge}`)) {
    throw new ConfigError({
      key: `integrations.${forge}`,
      allowed: `it is missing; ${key} needs credentials for ${host} that may push branches and open pull requests`,
    });
  }
  return forge;
}

const forges: readonly ForgeType[] = [
  'github',
  'gitlab',
  'gitea',
  'bitbucketCloud',
  'bitbucketServer',
  'azure',
];
