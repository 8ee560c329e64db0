import { createBackend } from '@backstage/backend-defaults';
import { policyModule } from './policy/policyModule';

const backend = createBackend();

// Backstage
backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(policyModule);
// Signals reach the other replicas only with the events backend present.
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));

// Kratix
backend.add(import('@kratix-portal/backstage-plugin-kratix-backend'));
backend.add(
  import('@kratix-portal/backstage-plugin-catalog-backend-module-kratix'),
);
backend.add(
  import('@kratix-portal/backstage-plugin-scaffolder-backend-module-kratix'),
);

backend.start();
