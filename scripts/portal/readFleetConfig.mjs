import { existsSync } from 'node:fs';
import { inRepository } from '../toolchain/repository.mjs';

/**
 * Options for a portal whose platforms are these sandboxes. The configuration is what it would be without
 * `--fleet`, and app-config.fleet.yaml has the last word.
 */
export function readFleetConfig(options, sandboxes) {
  const files = options.config.length
    ? options.config
    : ['app-config.yaml', 'app-config.local.yaml']
        .map(name => inRepository(name))
        .filter(file => existsSync(file));
  return {
    ...options,
    config: [...files, inRepository('app-config.fleet.yaml')],
    env: Object.fromEntries(
      sandboxes.map(({ environmentKey, kubeconfig }) => [
        environmentKey,
        kubeconfig,
      ]),
    ),
  };
}
