import { stringify } from 'yaml';

/**
 * An object as YAML, the way people write it: no line breaks in values, no anchors, and quotes wherever a
 * YAML 1.1 reader (Kubernetes uses one) would see something else than a text, as in `no` or `012`.
 * @public
 */
export function toYaml(value: object): string {
  return stringify(value, {
    aliasDuplicateObjects: false,
    lineWidth: 0,
    version: '1.1',
  });
}
