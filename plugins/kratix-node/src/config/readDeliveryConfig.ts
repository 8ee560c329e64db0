import type { Config } from '@backstage/config';
import type {
  DeliveryRepository,
  PlatformDelivery,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { ConfigError } from './ConfigError';
import { readChoice } from './readChoice';
import { readForge } from './readForge';

/**
 * Reads how orders reach a platform: straight away, or as a pull request.
 * @internal
 */
export function readDeliveryConfig(
  config: Config,
  platformKey: string,
  root: Config,
): PlatformDelivery {
  const key = `${platformKey}.delivery`;
  const mode = readChoice(config, 'delivery.mode', ['apply', 'pull-request'], {
    path: `${key}.mode`,
  });
  if (mode === 'apply') {
    return { mode };
  }
  const repository = config.getOptionalConfig('delivery.repository');
  if (!repository) {
    throw new ConfigError({
      key: `${key}.repository`,
      allowed:
        'it is missing; delivery by pull request needs host, owner and repo',
    });
  }
  return { mode, repository: readRepository(repository, key, root) };
}

/**
 * Reads the repository of a way by pull request.
 *
 * @param key - Of what it belongs to.
 * @internal
 */
export function readRepository(
  config: Config,
  key: string,
  root: Config,
): DeliveryRepository {
  const check = (name: string, value: string, rule: Rule) => {
    if (!rule.pattern.test(value) || value.includes('..')) {
      throw new ConfigError({
        key: `${key}.repository.${name}`,
        value,
        allowed: rule.allowed,
      });
    }
    return value;
  };
  const path = check(
    'path',
    config.getOptionalString('path') ?? '.',
    rules.path,
  );
  const host = config.getString('host');
  const forge = readForge(root, host, { key: `${key}.repository.host` });
  return {
    forge,
    host,
    owner: check('owner', config.getString('owner'), ownerRules[forge]),
    repo: check('repo', config.getString('repo'), rules.word),
    path,
    branch: check(
      'branch',
      config.getOptionalString('branch') ?? 'main',
      rules.branch,
    ),
  };
}

interface Rule {
  readonly pattern: RegExp;
  readonly allowed: string;
}

const rules = {
  path: {
    pattern: /^[\w.-]+(\/[\w.-]+)*\/?$/,
    allowed: 'allowed is a folder inside the repository, like orders/live',
  },
  word: {
    pattern: /^[\w.~-]+$/,
    allowed: 'allowed are letters, digits, - _ . and ~',
  },
  groups: {
    pattern: /^[\w.-]+(\/[\w.-]+)*$/,
    allowed: 'allowed is a group, and its subgroups behind a /',
  },
  azureOwner: {
    pattern: /^[\w.-]+\/[\w. -]+$/,
    allowed: 'allowed is organization/project',
  },
  // The URL readers of Backstage take a slash for the end of the branch.
  branch: {
    pattern: /^[\w.-]+$/,
    allowed: 'allowed is the name of a branch without a /',
  },
} as const satisfies Record<string, Rule>;

const ownerRules: Readonly<Record<DeliveryRepository['forge'], Rule>> = {
  github: rules.word,
  gitlab: rules.groups,
  gitea: rules.word,
  bitbucketCloud: rules.word,
  bitbucketServer: rules.word,
  azure: rules.azureOwner,
};
