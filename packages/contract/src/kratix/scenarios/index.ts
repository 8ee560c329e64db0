import { changes } from './changes';
import { dependencies } from './dependencies';
import { health } from './health';
import { misplacement } from './misplacement';
import { places } from './places';
import { promises } from './promises';
import { requirements } from './requirements';
import { runs } from './runs';
import type { Scenario } from './Scenario';
import { upgrades } from './upgrades';

export { COMMON_PROMISE, type Scenario } from './Scenario';

/** Every story of the suite. @internal */
export const scenarios: readonly Scenario[] = [
  ...runs,
  ...changes,
  ...places,
  ...misplacement,
  ...health,
  ...dependencies,
  ...promises,
  ...requirements,
  ...upgrades,
];
