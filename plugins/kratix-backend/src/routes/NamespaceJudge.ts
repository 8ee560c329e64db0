import { createHash } from 'node:crypto';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  Actor,
  KratixService,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { OrderAuthorizer } from '../authorization/OrderAuthorizer';
import { BriefMemory } from '../state/BriefMemory';
import { lookUpPromise } from '../state/lookUp';

/** Rights change seldom, and the order itself is judged anew. */
const KEPT_MS = 30_000;
/** A form does not wait longer to learn which namespaces it may leave out. */
const PATIENCE_MS = 5_000;

/** @internal */
export interface NamespaceJudgement {
  readonly allowed: readonly string[];
  /** Why the platform was not asked, or did not say, although it decides. */
  readonly unjudged?: string;
}

/**
 * In which namespaces somebody may order something: by Backstage's permissions, and where the platform is
 * asked in the person's name, by its own authorizer. Where that cannot be asked the list is longer than it
 * should be, and says so: the order is judged again when it is checked.
 * @internal
 */
export class NamespaceJudge {
  readonly #memory: BriefMemory;

  constructor(
    private readonly options: {
      readonly kratix: KratixService;
      readonly orders: OrderAuthorizer;
      readonly nowMs: () => number;
    },
  ) {
    this.#memory = new BriefMemory(options.nowMs, KEPT_MS);
  }

  async judge(
    order: {
      readonly platform: Platform;
      readonly promise: string;
      readonly namespaces: readonly string[];
    },
    person: {
      readonly credentials: BackstageCredentials;
      readonly findActor: () => Promise<Actor>;
    },
  ): Promise<NamespaceJudgement> {
    const { platform, promise } = order;
    const orders = await this.options.orders.filter(
      order.namespaces.map(namespace => ({
        ...{ platform: platform.name, promise, namespace },
      })),
      person.credentials,
    );
    const namespaces = orders.map(({ namespace }) => namespace);
    if (namespaces.length === 0 || !isAskedAsPerson(platform)) {
      return { allowed: namespaces };
    }
    const actor = await person.findActor();
    const key = toKey(order, { actor, namespaces });
    return this.#memory.recall(key, () =>
      this.#ask({ platform, promise, namespaces }, actor),
    );
  }

  async #ask(
    order: {
      readonly platform: Platform;
      readonly promise: string;
      readonly namespaces: readonly string[];
    },
    actor: Actor,
  ): Promise<NamespaceJudgement> {
    const { platform, promise, namespaces } = order;
    const { kratix } = this.options;
    const { value } = lookUpPromise(kratix.snapshot(platform.name), promise);
    if (!value.api) {
      return { allowed: namespaces };
    }
    try {
      const allowed = await kratix
        .requests(platform.name, actor)
        .findCreatable(value.api, namespaces, {
          signal: AbortSignal.timeout(PATIENCE_MS),
        });
      return { allowed };
    } catch (error) {
      const why = isError(error) ? error.message : String(error);
      return { allowed: namespaces, unjudged: why };
    }
  }
}

/** Reviewed orders are written by somebody else. */
function isAskedAsPerson({ identity, delivery }: Platform): boolean {
  return identity !== 'service-account' && delivery.mode === 'apply';
}

/** Hashed: it holds a token, and may be long. */
function toKey(
  { platform, promise }: { platform: Platform; promise: string },
  asked: { readonly actor: Actor; readonly namespaces: readonly string[] },
): string {
  return createHash('sha256')
    .update(JSON.stringify([platform.name, promise, asked]))
    .digest('base64');
}
