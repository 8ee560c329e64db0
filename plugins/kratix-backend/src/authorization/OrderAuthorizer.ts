import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  kratixRequestCreatePermission,
  refuse,
  tell,
  type OrderRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { PolicyDecision } from './KratixAuthorizer';

const permission = kratixRequestCreatePermission;

/**
 * Whether somebody may order something. The request does not exist yet, so only its coordinates are judged.
 * @internal
 */
export class OrderAuthorizer {
  constructor(
    private readonly permissions: PermissionsService,
    private readonly isAllowedBy: (
      decision: PolicyDecision,
      order: OrderRef,
    ) => boolean,
  ) {}

  /** Throws NotAllowedError. */
  async require(
    order: OrderRef,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const [allowed] = await this.filter([order], credentials);
    if (!allowed) {
      const { promise, namespace } = order;
      throw refuse(
        NotAllowedError,
        tell('refusal.needsPermissionToOrder', {
          permission: permission.name,
          promise,
          namespace,
        }),
      );
    }
  }

  /** Those that somebody may place, in one question. */
  async filter(
    orders: readonly OrderRef[],
    credentials: BackstageCredentials,
  ): Promise<readonly OrderRef[]> {
    const [decision] = await this.permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    return decision
      ? orders.filter(order => this.isAllowedBy(decision, order))
      : [];
  }
}
