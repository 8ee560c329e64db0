import { z } from 'zod';
import { resourcePath } from '../cluster/resourcePath';

/** Kratix keeps the Jobs of a few runs (kratix-domain 3.4). */
const MAXIMUM = 200;

const pageSchema = z.object({
  items: z.array(
    z.object({ metadata: z.object({ name: z.string() }) }).catch({
      metadata: { name: '' },
    }),
  ),
});

/**
 * Names of the Jobs or Pods of some workflows, by their labels.
 * @internal
 */
export async function fetchNames(
  plural: 'jobs' | 'pods',
  place: { namespaces: readonly string[]; workflowSelector: string },
  fetchPage: (
    path: string,
    query: Readonly<Record<string, string | number | undefined>>,
  ) => Promise<unknown>,
): Promise<string[]> {
  const pages = await Promise.all(
    place.namespaces.map(namespace =>
      fetchPage(
        resourcePath({
          group: plural === 'jobs' ? 'batch' : '',
          version: 'v1',
          plural,
          namespace,
        }),
        { labelSelector: place.workflowSelector, limit: MAXIMUM },
      ),
    ),
  );
  return pages.flatMap(json =>
    (pageSchema.safeParse(json).data?.items ?? []).map(
      ({ metadata }) => metadata.name,
    ),
  );
}
