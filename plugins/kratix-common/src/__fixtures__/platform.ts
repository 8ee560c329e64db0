import type { Platform } from '../model';

/** A configured platform. */
export const platform: Platform = {
  name: 'dev',
  title: 'Development',
  identity: 'impersonate',
  delivery: { mode: 'apply' },
  namespaces: [],
  catalogNamespace: 'default',
  defaultOwner: 'group:default/platform',
  isSandbox: false,
};
