import type { Parsed } from '@kratix-portal/backstage-plugin-kratix-common';
import { listBounded, type Listed, type Listing } from '../cluster/listBounded';

const PAGE_SIZE = 100;
/** Kratix keeps 5 Jobs of each pipeline unless it is told otherwise (kratix-domain 3.4). */
const MOST_PAGES = 5;

/**
 * The Jobs or Pods of one workflow.
 * @internal
 */
export async function listWorkflowObjects<T>(
  parse: (json: unknown) => Parsed<T>,
  fetchPage: Listing<T>['fetchPage'],
): Promise<Listed<T>> {
  return listBounded({
    what: 'Jobs or Pods',
    pageSize: PAGE_SIZE,
    mostPages: MOST_PAGES,
    parse,
    fetchPage,
  });
}
