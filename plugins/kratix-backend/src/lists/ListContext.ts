import type {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  kratixRequestReadPermission,
  type Platform,
  type PromiseSelection,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixService } from '@kratix-portal/backstage-plugin-kratix-node';
import {
  unlessDenied,
  type KratixAuthorizer,
  type RequestAccess,
} from '../authorization';
import type { DeliverySurvey } from './DeliverySurvey';
import type { PlatformIndex, RequestIndex } from './RequestIndex';

/**
 * What the routes of lists need.
 * @internal
 */
export interface ListContext {
  readonly httpAuth: HttpAuthService;
  readonly kratix: KratixService;
  readonly authorizer: KratixAuthorizer;
  readonly survey: DeliverySurvey;
  readonly index: RequestIndex;
  /** Which Promises the catalog has. */
  readonly select: PromiseSelection;
  /** After how long something under way counts as stuck. */
  readonly stuckAfterMs: number;
  readonly now: () => Date;
}

/**
 * Who asks: people, and plugins in their name.
 * @internal
 */
export function credentialsOf(
  { httpAuth }: Pick<ListContext, 'httpAuth'>,
  req: Parameters<HttpAuthService['credentials']>[0],
): Promise<BackstageCredentials> {
  return httpAuth.credentials(req, { allow: ['user', 'service'] });
}

/**
 * The requests of some platforms, with why they are not delivered as far as that is known.
 * @internal
 */
export async function indexPlatforms(
  { kratix, survey, index }: ListContext,
  isWanted: (platform: string) => boolean = () => true,
): Promise<PlatformIndex[]> {
  const platforms = kratix.platforms.filter(({ name }) => isWanted(name));
  await Promise.all(
    platforms.map(({ name }) => survey.refresh(kratix.snapshot(name))),
  );
  return platforms.map(platform => indexPlatform({ kratix, index }, platform));
}

/**
 * The requests of one platform, as known now.
 * @internal
 */
export function indexPlatform(
  { kratix, index }: Pick<ListContext, 'kratix' | 'index'>,
  platform: Platform,
): PlatformIndex {
  return index.of(platform, kratix.snapshot(platform.name));
}

/**
 * Which requests somebody may read; undefined for none, where a list has something else to say.
 * @internal
 */
export function findRequestAccess(
  { authorizer }: Pick<ListContext, 'authorizer'>,
  credentials: BackstageCredentials,
): Promise<RequestAccess | undefined> {
  return unlessDenied(
    authorizer.requireForRequests(kratixRequestReadPermission, credentials),
  );
}
