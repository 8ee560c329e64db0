import {
  kratixLabels,
  parseWork,
  parseWorkPlacement,
  type Parsed,
  type RequestRef,
  type Work,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { z } from 'zod';
import { KubernetesError } from '../cluster/failures/KubernetesError';
import { toBackstageError } from '../cluster/failures/kubernetesFailures';
import { resourcePath } from '../cluster/resourcePath';
import type { Delivery } from '../service/KratixService';

/** A Work can be as large as etcd takes, so few at a time; a request has one for each of its pipelines. */
const PAGE_SIZE = 10;
const MAXIMUM_WORKS = 50;
const MAXIMUM_PLACEMENTS = 200;

/** Names in one selector: it is part of the URL, which proxies cut at some kilobytes. */
const WORKS_IN_SELECTOR = 20;

type Query = Readonly<Record<string, string | number | undefined>>;

/** @internal */
export interface DeliveryAddress extends Omit<RequestRef, 'platform'> {
  readonly pipelineNamespace: string | undefined;
}

/** @internal */
export interface DeliverySource {
  readonly withContent: boolean;
  readonly fetchPage: (path: string, query: Query) => Promise<unknown>;
}

/**
 * Finds the Works of one request by their labels, then their placements.
 * @internal
 */
export async function fetchDelivery(
  address: DeliveryAddress,
  source: DeliverySource,
): Promise<Delivery> {
  return fetchWorks(
    {
      namespace: address.pipelineNamespace ?? address.namespace,
      labelSelector: selectWorks(address),
    },
    source,
  );
}

/**
 * Finds Works by their labels, then their placements by the Works' names: placements have no label of the
 * request (kratix-domain 4). Bounded, because nothing of a cluster is trusted.
 * @internal
 */
export async function fetchWorks(
  { namespace, labelSelector }: { namespace: string; labelSelector: string },
  source: DeliverySource,
): Promise<Delivery> {
  const works = await listWhole(source, {
    path: pathOf('works', namespace),
    labelSelector,
    maximum: MAXIMUM_WORKS,
    parse: parseWork,
    keep: source.withContent ? work => work : dropContent,
  });
  const placements = await Promise.all(
    chunk(works.items, WORKS_IN_SELECTOR).map(some =>
      listWhole(source, {
        path: pathOf('workplacements', namespace),
        labelSelector: `${kratixLabels.work} in (${some
          .map(({ name }) => name)
          .join(',')})`,
        maximum: MAXIMUM_PLACEMENTS,
        parse: parseWorkPlacement,
        keep: placement => placement,
      }),
    ),
  );
  return {
    works: works.items,
    workPlacements: placements.flatMap(({ items }) => items),
    isComplete: [works, ...placements].every(({ isWhole }) => isWhole),
  };
}

function pathOf(plural: string, namespace: string): string {
  return resourcePath({
    group: 'platform.kratix.io',
    version: 'v1alpha1',
    plural,
    namespace,
  });
}

/**
 * The labels of a request's Works. Kratix labels them with the request's namespace only where they live in
 * another one (kratix-domain 4).
 * @internal
 */
export function selectWorks(address: DeliveryAddress): string {
  const { promise, name, namespace, pipelineNamespace } = address;
  return [
    `${kratixLabels.promiseName}=${promise}`,
    `${kratixLabels.resourceName}=${name}`,
    `${kratixLabels.workType}=resource`,
    `${kratixLabels.dryRun}!=true`,
    ...(pipelineNamespace
      ? [`${kratixLabels.resourceNamespace}=${namespace}`]
      : []),
  ].join(',');
}

const pageSchema = z.object({
  metadata: z.object({ continue: z.string().optional() }).optional(),
  items: z.array(z.unknown()),
});

interface Listing<T> {
  readonly path: string;
  readonly labelSelector: string;
  readonly maximum: number;
  readonly parse: (json: unknown) => Parsed<T>;
  readonly keep: (item: T) => T;
}

/**
 * One object that cannot be understood costs only itself, and the claim that this is all. Pages are counted,
 * not objects, so that an answer that promises more for ever ends as well.
 */
async function listWhole<T>(
  source: DeliverySource,
  { path, labelSelector, maximum, parse, keep }: Listing<T>,
): Promise<{ items: T[]; isWhole: boolean }> {
  const items: T[] = [];
  let isReadable = true;
  let token: string | undefined;
  for (let pages = 0; pages < maximum / PAGE_SIZE; pages += 1) {
    const query = { labelSelector, limit: PAGE_SIZE, continue: token };
    const page = readPage(await source.fetchPage(path, query), path);
    for (const json of page.items.slice(0, PAGE_SIZE)) {
      const parsed = parse(json);
      if (parsed.ok) {
        items.push(keep(parsed.value));
      }
      isReadable &&= parsed.ok;
    }
    token = page.metadata?.continue || undefined;
    if (token === undefined) {
      return { items, isWhole: isReadable && page.items.length <= PAGE_SIZE };
    }
  }
  return { items, isWhole: false };
}

function readPage(json: unknown, path: string): z.infer<typeof pageSchema> {
  const page = pageSchema.safeParse(json);
  if (!page.success) {
    throw toBackstageError(
      new KubernetesError(
        'invalidResponse',
        `The API server's answer to GET ${path} is not a list`,
      ),
    );
  }
  return page.data;
}

function dropContent(work: Work): Work {
  return {
    ...work,
    groups: work.groups.map(group => ({
      ...group,
      files: group.files.map(({ path }) => ({ path })),
    })),
  };
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
