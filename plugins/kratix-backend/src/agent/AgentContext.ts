import type { KratixService } from '@kratix-portal/backstage-plugin-kratix-node';
import type { KratixAuthorizer } from '../authorization';
import type { DeliveryReader } from '../state/DeliveryReader';

/**
 * What the agent actions need. They act with the caller's credentials and permissions only.
 * @internal
 */
export interface AgentContext {
  readonly kratix: KratixService;
  readonly authorizer: KratixAuthorizer;
  readonly deliveries: DeliveryReader;
}
