import type { KubeObject } from '../../apiserver/cluster';
import { seededHex, type KratixContext } from '../context';
import { at } from '../json/read';

/** What looks like the Git commit of these files. @internal */
export function commitOf(
  settings: KratixContext['settings'],
  { metadata, spec }: KubeObject,
): string {
  const parts = [metadata.name, JSON.stringify(at(spec, 'workloads'))];
  const head = seededHex(settings, 'commit', ...parts);
  const tail = seededHex(settings, 'commit-tail', ...parts);
  return `${head}${tail}`.slice(0, 40);
}
