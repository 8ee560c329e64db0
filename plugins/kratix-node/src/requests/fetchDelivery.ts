import {
  kratixLabels,
  parseWork,
  parseWorkPlacement,
  type Parsed,
  type RequestRef,
  type Work,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { listBounded } from '../cluster/listBounded';
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
  const list = <T>(
    plural: string,
    options: {
      readonly labelSelector: string;
      readonly mostPages: number;
      readonly parse: (json: unknown) => Parsed<T>;
    },
  ) => {
    const path = pathOf(plural, namespace);
    const { labelSelector: some, ...listing } = options;
    return listBounded({
      ...listing,
      what: path,
      pageSize: PAGE_SIZE,
      fetchPage: page =>
        source.fetchPage(path, { labelSelector: some, ...page }),
    });
  };
  const works = await list('works', {
    labelSelector,
    mostPages: MAXIMUM_WORKS / PAGE_SIZE,
    parse: source.withContent ? parseWork : parseWithoutContent,
  });
  const placements = await Promise.all(
    chunk(works.items, WORKS_IN_SELECTOR).map(some =>
      list('workplacements', {
        labelSelector: `${kratixLabels.work} in (${some
          .map(({ name }) => name)
          .join(',')})`,
        mostPages: MAXIMUM_PLACEMENTS / PAGE_SIZE,
        parse: parseWorkPlacement,
      }),
    ),
  );
  return {
    works: works.items,
    workPlacements: placements.flatMap(({ items }) => items),
    isComplete: [works, ...placements].every(({ isComplete }) => isComplete),
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

/** Dropped page by page: a Work can be large. */
function parseWithoutContent(json: unknown): Parsed<Work> {
  const parsed = parseWork(json);
  return parsed.ok ? { ...parsed, value: dropContent(parsed.value) } : parsed;
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
