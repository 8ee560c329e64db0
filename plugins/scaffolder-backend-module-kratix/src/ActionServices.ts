import type {
  AuditorService,
  AuthService,
  PermissionsService,
  RootConfigService,
  UrlReaderService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { KratixService } from '@kratix-portal/backstage-plugin-kratix-node';

/**
 * What the actions need.
 * @internal
 */
export interface ActionServices {
  readonly kratix: KratixService;
  readonly auth: AuthService;
  readonly userInfo: UserInfoService;
  readonly permissions: PermissionsService;
  readonly auditor: AuditorService;
  readonly catalog: CatalogService;
  readonly rootConfig: RootConfigService;
  readonly urlReader: UrlReaderService;
}
