import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
} from '@backstage/catalog-model';

/**
 * Where an entity comes from, as the catalog wants to know: `kratix:<platform>/<path>`. Without these two
 * annotations the catalog refuses what a provider sends.
 * @internal
 */
export function locationAnnotations(
  platform: string,
  path: readonly string[],
): Record<string, string> {
  const location = `kratix:${[platform, ...path].join('/')}`;
  return {
    [ANNOTATION_LOCATION]: location,
    [ANNOTATION_ORIGIN_LOCATION]: location,
  };
}
