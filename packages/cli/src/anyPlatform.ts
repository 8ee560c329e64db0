import type { Platform } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Stands for the platform that a Promise will be offered on: from a file nobody knows which.
 * @internal
 */
export function anyPlatform(name: string): Platform {
  return {
    name,
    title: name,
    identity: 'impersonate',
    delivery: { mode: 'apply' },
    namespaces: [],
    catalogNamespace: 'default',
    defaultOwner: 'group:default/platform',
    isSandbox: false,
  };
}
