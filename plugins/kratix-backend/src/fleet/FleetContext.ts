import type { ListContext } from '../lists/ListContext';
import type { RouteContext } from '../routes/RouteContext';
import type { PromiseComparisons } from './PromiseComparisons';

/**
 * What the routes of the fleet need.
 * @internal
 */
export interface FleetContext extends ListContext, RouteContext {
  readonly comparisons: PromiseComparisons;
}
