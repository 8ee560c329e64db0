import { changes } from './changes';
import { places } from './places';
import { promises } from './promises';
import { runs } from './runs';
import type { Scenario } from './Scenario';

export { COMMON_PROMISE, type Scenario } from './Scenario';

/** Every story of the suite. @internal */
export const scenarios: readonly Scenario[] = [
  ...runs,
  ...changes,
  ...places,
  ...promises,
];
