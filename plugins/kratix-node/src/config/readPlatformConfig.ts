import type { Config } from '@backstage/config';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-common';
import { ConfigError } from './ConfigError';
import type { ImpersonationConfig, PlatformConfig } from './KratixConfig';
import { readChoice } from './readChoice';
import { readConnectionConfig } from './readConnectionConfig';
import { readDeliveryConfig } from './readDeliveryConfig';
import { readPromotionConfig } from './readPromotionConfig';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const NAMESPACE_PATTERN = /^[a-z0-9*]([-a-z0-9*]{0,61}[a-z0-9*])?$/;
const ENTITY_REF = /^([a-z]+:)?([a-z0-9-]+\/)?[a-z0-9][-_.a-z0-9]*$/i;
// Backstage's rule for namespaces (catalog-model `KubernetesValidatorFunctions.isValidNamespace`).
const CATALOG_NAMESPACE = /^[a-z0-9]+(?:-+[a-z0-9]+)*$/;

/**
 * Reads one entry of `kratix.platforms`.
 * @internal
 */
export function readPlatformConfig(
  config: Config,
  context: { key: string; isOnlyPlatform: boolean; root: Config },
): PlatformConfig {
  const { key } = context;
  const name = readName(config, key);
  const identity = readChoice(
    config,
    'identity',
    ['impersonate', 'user-token', 'service-account'],
    { path: `${key}.identity` },
  );
  const promotion = readPromotionConfig(config, key, context.root);
  const naming = readChoice(config, 'catalog.naming', ['portal', 'ske'], {
    path: `${key}.catalog.naming`,
  });
  const platform: Platform = {
    name,
    title: config.getOptionalString('title') ?? name,
    identity,
    delivery: readDeliveryConfig(config, key, context.root),
    ...(promotion && { promotion }),
    namespaces: readNamespacePatterns(config, key),
    catalogNamespace: readCatalogNamespace(config, context),
    ...(naming === 'ske' && { naming }),
    defaultOwner: readDefaultOwner(config, key),
    isSandbox: config.getOptionalBoolean('sandbox') ?? false,
  };
  return {
    platform,
    connection: readConnectionConfig(config, {
      key: `${key}.connection`,
      root: context.root,
    }),
    impersonation: readImpersonation(config, key),
  };
}

function readName(config: Config, key: string): string {
  const name = config.getString('name');
  if (!DNS_LABEL.test(name)) {
    throw new ConfigError({
      key: `${key}.name`,
      value: name,
      allowed:
        'allowed are up to 63 lower-case letters, digits and inner hyphens',
    });
  }
  return name;
}

function readNamespacePatterns(config: Config, key: string): string[] {
  const patterns = config.getOptionalStringArray('namespaces') ?? [];
  patterns.forEach((pattern, index) => {
    if (!NAMESPACE_PATTERN.test(pattern)) {
      throw new ConfigError({
        key: `${key}.namespaces[${index}]`,
        value: pattern,
        allowed: 'allowed is a namespace, with * for any part, like team-*',
      });
    }
  });
  return patterns;
}

function readCatalogNamespace(
  config: Config,
  context: { key: string; isOnlyPlatform: boolean },
): string {
  const key = `${context.key}.catalog.namespace`;
  const namespace = config.getOptionalString('catalog.namespace');
  if (namespace === undefined) {
    if (context.isOnlyPlatform) {
      return 'default';
    }
    throw new ConfigError({
      key,
      allowed:
        'it is missing; where several platforms are configured, each must name the catalog namespace of its entities',
    });
  }
  if (!CATALOG_NAMESPACE.test(namespace) || namespace.length > 63) {
    throw new ConfigError({
      key,
      value: namespace,
      allowed:
        'allowed are up to 63 lower-case letters, digits and inner hyphens',
    });
  }
  return namespace;
}

function readDefaultOwner(config: Config, key: string): string {
  const owner =
    config.getOptionalString('catalog.defaultOwner') ?? 'group:default/unknown';
  if (!ENTITY_REF.test(owner)) {
    throw new ConfigError({
      key: `${key}.catalog.defaultOwner`,
      value: owner,
      allowed: 'allowed is an entity reference like group:default/platform',
    });
  }
  return stringifyEntityRef(
    parseEntityRef(owner, {
      defaultKind: 'Group',
      defaultNamespace: 'default',
    }),
  );
}

function readImpersonation(config: Config, key: string): ImpersonationConfig {
  return {
    names: readChoice(config, 'impersonation.names', ['ref', 'name'], {
      path: `${key}.impersonation.names`,
    }),
    userPrefix: readPrefix(config, key, 'userPrefix'),
    groupPrefix: readPrefix(config, key, 'groupPrefix'),
  };
}

function readPrefix(
  config: Config,
  key: string,
  name: 'userPrefix' | 'groupPrefix',
): string {
  const prefix = config.getOptionalString(`impersonation.${name}`) ?? '';
  // `system:` names are Kubernetes' own: with such a prefix a group named "masters" would rule the cluster.
  if (prefix.startsWith('system:') || !/^[\x21-\x7e]*$/.test(prefix)) {
    throw new ConfigError({
      key: `${key}.impersonation.${name}`,
      value: prefix,
      allowed:
        'allowed are printable ASCII characters without spaces, not starting with system:',
    });
  }
  return prefix;
}
