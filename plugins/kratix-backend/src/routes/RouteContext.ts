import type {
  HttpAuthService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { KratixService } from '@kratix-portal/backstage-plugin-kratix-node';
import type { KratixAuthorizer } from '../authorization';
import type { CatalogProblemReader } from '../state/CatalogProblemReader';
import type { DeliveryReader } from '../state/DeliveryReader';

/**
 * What the routes need.
 * @internal
 */
export interface RouteContext {
  readonly httpAuth: HttpAuthService;
  readonly kratix: KratixService;
  readonly authorizer: KratixAuthorizer;
  readonly catalogProblems: CatalogProblemReader;
  readonly deliveries: DeliveryReader;
  readonly rootConfig: RootConfigService;
}
