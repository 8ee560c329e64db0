import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
  type ConditionalPolicyDecision,
  type DefinitivePolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  refuse,
  tell,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { PermissionedRequest } from './PermissionedRequest';

/**
 * Whether a request to the backend is allowed: the one place that asks the permission framework.
 *
 * @remarks
 * Conditions are judged here and not by a call back into this plugin, so that "you may not" and "nobody
 * knows now" stay apart, and so that a person learns of no request that they may not read.
 * @internal
 */
export class KratixAuthorizer {
  constructor(
    private readonly permissions: PermissionsService,
    private readonly isAllowedBy: (
      decision: PolicyDecision,
      request: PermissionedRequest,
    ) => boolean,
  ) {}

  /** Throws NotAllowedError when the permission is denied. */
  async require(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const [decision] = await this.permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision?.result !== AuthorizeResult.ALLOW) {
      throw denied(permission.name);
    }
  }

  /** Throws NotAllowedError when no request at all is allowed; else says which ones are. */
  async requireForRequests(
    permission: ResourcePermission<'kratix-request'>,
    credentials: BackstageCredentials,
  ): Promise<RequestAccess> {
    const [decision] = await this.permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    if (!decision || decision.result === AuthorizeResult.DENY) {
      throw denied(permission.name);
    }
    return {
      isUnrestricted: decision.result === AuthorizeResult.ALLOW,
      isAllowed: request => this.isAllowedBy(decision, request),
      require: request => {
        if (!this.isAllowedBy(decision, request)) {
          throw denied(permission.name);
        }
      },
    };
  }

  /** Which of several permissions somebody has on one request, in one question. */
  async findAllowed(
    permissions: readonly ResourcePermission<'kratix-request'>[],
    request: PermissionedRequest,
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string>> {
    const decisions = await this.permissions.authorizeConditional(
      permissions.map(permission => ({ permission })),
      { credentials },
    );
    return new Set(
      permissions
        .filter((_, index) => {
          const decision = decisions[index];
          return decision && this.isAllowedBy(decision, request);
        })
        .map(({ name }) => name),
    );
  }
}

/** @internal */
export type PolicyDecision =
  | DefinitivePolicyDecision
  | ConditionalPolicyDecision;

/**
 * Which requests a person may read. A request of which only the name is known is judged by its name.
 * @internal
 */
export interface RequestAccess {
  readonly isUnrestricted: boolean;
  isAllowed(request: RequestRef | PermissionedRequest): boolean;
  /** Throws NotAllowedError. */
  require(request: RequestRef | PermissionedRequest): void;
}

function denied(permission: string): NotAllowedError {
  return refuse(
    NotAllowedError,
    tell('operation.needsPermission', { permission }),
  );
}
