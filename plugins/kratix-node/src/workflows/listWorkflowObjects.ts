import type { Parsed } from '@kratix-portal/backstage-plugin-kratix-common';
import { z } from 'zod';
import { KubernetesError } from '../cluster/failures/KubernetesError';
import { toBackstageError } from '../cluster/failures/kubernetesFailures';

const PAGE_SIZE = 100;
/** Kratix keeps 5 Jobs of each pipeline unless it is told otherwise (kratix-domain 3.4). */
const MOST_PAGES = 5;

const pageSchema = z.object({
  metadata: z.object({ continue: z.string().optional() }).optional(),
  items: z.array(z.unknown()),
});

/** @internal */
export interface WorkflowObjects<T> {
  readonly items: readonly T[];
  /** False when there is more, or something that could not be understood. */
  readonly isComplete: boolean;
}

/**
 * The Jobs or Pods of one workflow, bounded, because nothing of a cluster is trusted.
 * @internal
 */
export async function listWorkflowObjects<T>(
  parse: (json: unknown) => Parsed<T>,
  fetchPage: (query: {
    limit: number;
    continue: string | undefined;
  }) => Promise<unknown>,
): Promise<WorkflowObjects<T>> {
  const items: T[] = [];
  let isComplete = true;
  let token: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = readPage(
      await fetchPage({ limit: PAGE_SIZE, continue: token }),
    );
    isComplete &&= answer.items.length <= PAGE_SIZE;
    for (const json of answer.items.slice(0, PAGE_SIZE)) {
      const parsed = parse(json);
      isComplete &&= parsed.ok;
      if (parsed.ok) {
        items.push(parsed.value);
      }
    }
    token = answer.metadata?.continue || undefined;
    if (token === undefined) {
      return { items, isComplete };
    }
  }
  return { items, isComplete: false };
}

function readPage(json: unknown): z.infer<typeof pageSchema> {
  const page = pageSchema.safeParse(json);
  if (!page.success) {
    throw toBackstageError(
      new KubernetesError(
        'invalidResponse',
        "The API server's answer to a list of Jobs or Pods is not a list",
      ),
    );
  }
  return page.data;
}
