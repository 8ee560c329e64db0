import { z } from 'zod';
import type { ConnectionGate } from '../ConnectionGate';
import type { KubernetesConnection } from '../KubernetesConnection';
import { KubernetesError } from '../failures/KubernetesError';

const pageSchema = z.object({
  metadata: z.object({
    resourceVersion: z.string().min(1),
    continue: z.string().optional(),
  }),
  items: z.array(z.unknown()),
});

/** @internal */
export interface ListOptions<T> {
  readonly connection: KubernetesConnection;
  readonly gate: ConnectionGate;
  readonly path: string;
  readonly fieldSelector?: string;
  readonly labelSelector?: string;
  readonly pageSize: number;
  readonly timeoutMs: number;
  /** Undefined for what is no object. */
  readonly toItem: (json: unknown) => T | undefined;
  readonly signal: AbortSignal;
}

/**
 * Lists a collection in pages. Each page is turned into items at once and dropped, because whole objects can
 * be megabytes. All pages show the same moment (Kubernetes API concepts, "Retrieving large results sets in
 * chunks"); when that has expired meanwhile, it fails with `expired`.
 * @internal
 */
export async function listCollection<T>(
  options: ListOptions<T>,
): Promise<{ items: T[]; resourceVersion: string }> {
  const items: T[] = [];
  let token: string | undefined;
  for (;;) {
    const page = await fetchPage(options, token);
    for (const json of page.items) {
      const item = options.toItem(json);
      if (item !== undefined) {
        items.push(item);
      }
    }
    token = page.metadata.continue || undefined;
    if (token === undefined) {
      return { items, resourceVersion: page.metadata.resourceVersion };
    }
  }
}

async function fetchPage<T>(
  options: ListOptions<T>,
  token: string | undefined,
): Promise<z.infer<typeof pageSchema>> {
  const { connection, gate, path, signal } = options;
  const json = await gate.attempt(signal, () =>
    connection.requestJson({
      method: 'GET',
      path,
      query: {
        limit: options.pageSize,
        continue: token,
        fieldSelector: options.fieldSelector,
        labelSelector: options.labelSelector,
      },
      timeoutMs: options.timeoutMs,
      signal,
    }),
  );
  const page = pageSchema.safeParse(json);
  if (!page.success) {
    throw new KubernetesError(
      'invalidResponse',
      `The API server's answer to GET ${path} is not a list`,
    );
  }
  return page.data;
}
