import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';

/** A configuration beside app-config.yaml, whose platforms are these alone. */
export function writePortalConfig(file, platforms) {
  const entries = platforms.map(({ name, kubeconfig, identity }) => ({
    name,
    title: `Real platform (${identity})`,
    connection: { kubeconfig: { path: kubeconfig } },
    identity,
    catalog: {
      defaultOwner: 'group:default/platform',
      // Required where there are several.
      ...(platforms.length > 1 && { namespace: name }),
    },
  }));
  writeFileSync(file, stringify({ kratix: { platforms: entries } }));
  return file;
}
