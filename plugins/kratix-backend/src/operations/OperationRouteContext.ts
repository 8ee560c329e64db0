import type {
  AuditorService,
  LoggerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { OrderAuthorizer } from '../authorization/OrderAuthorizer';
import type { RouteContext } from '../routes/RouteContext';

/**
 * What the routes that write need beside.
 * @internal
 */
export interface OperationRouteContext extends RouteContext {
  readonly auditor: AuditorService;
  readonly logger: LoggerService;
  readonly orders: OrderAuthorizer;
  readonly userInfo: UserInfoService;
}
