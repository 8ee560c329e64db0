import type { NewKubeObject } from '../apiserver';

/** @internal */
export const pods = { group: '', version: 'v1', resource: 'pods' };

/** A Pod with one container, `main`. @internal */
export function simplePod(name: string): NewKubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default' },
    spec: { containers: [{ name: 'main', image: 'i' }] },
  };
}
