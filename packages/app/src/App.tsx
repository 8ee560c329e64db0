import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './nav';

/**
 * A plain Backstage. Every plugin, Kratix included, is found by itself because
 * it is a dependency of this package and `app.packages` is `all`; only the
 * sidebar is ours.
 */
export default createApp({ features: [navModule] });
