import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';

/** A configuration beside app-config.yaml whose one platform is the real one. */
export function writePortalConfig({ file, kubeconfig, identity }) {
  const platform = {
    name: 'real',
    title: 'Real platform',
    connection: { kubeconfig: { path: kubeconfig } },
    identity,
    catalog: { defaultOwner: 'group:default/platform' },
  };
  writeFileSync(file, stringify({ kratix: { platforms: [platform] } }));
  return file;
}
