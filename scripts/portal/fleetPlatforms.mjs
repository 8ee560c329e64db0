import { inRepository } from '../toolchain/repository.mjs';

const shared = file => inRepository('examples', file);
const everywhere = ['namespaces.yaml', 'promises/monitoring.yaml'].map(shared);
const databases = ['promises/postgresql.yaml', 'promises/redis.yaml'].map(
  shared,
);
const forTests = shared('promises/test-environment.yaml');

/**
 * The platforms of `npm start -- --fleet`, as app-config.fleet.yaml names them, and what each starts with. What
 * lies in a platform's own folder replaces what all share: that is the drift between them.
 */
export const fleetPlatforms = [
  { name: 'dev', examples: [forTests, shared('promises/kafka.yaml')] },
  { name: 'staging', examples: [forTests] },
  { name: 'prod', examples: [] },
].map(({ name, examples }) => ({
  name,
  environmentKey: `KRATIX_PORTAL_KUBECONFIG_${name.toUpperCase()}`,
  examples: [
    ...everywhere,
    ...databases,
    ...examples,
    inRepository('examples-fleet', name),
  ],
}));
