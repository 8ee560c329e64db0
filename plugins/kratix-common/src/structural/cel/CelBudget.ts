/**
 * What evaluating may still cost, in units like those of cel-go: one for each step, and one for ten characters or
 * entries that a step brings about. Somebody else's rule must not keep a browser or a server busy.
 *
 * @remarks
 * An API server has budgets too (k8s.io/apiserver/pkg/apis/cel/config.go, 1.36: 1,000,000 for a call, 10,000,000
 * for an object), and counts otherwise. So what is over budget here is left to the API server, never refused.
 * @internal
 */
export class CelBudget {
  private readonly error = new CelBudgetError();

  constructor(private left: number, private readonly whole?: CelBudget) {}

  /** A share of it, for one rule. */
  share(limit: number): CelBudget {
    return new CelBudget(limit, this);
  }

  get isSpent(): boolean {
    return this.left < 0 || this.whole?.isSpent === true;
  }

  /** @throws CelBudgetError when it is spent; always the same one, since loops go on after an error */
  charge(cost: number): void {
    this.left -= cost;
    this.whole?.charge(cost);
    if (this.left < 0) {
      throw this.error;
    }
  }
}

/** Why a rule was given up. @internal */
export class CelBudgetError extends Error {
  constructor() {
    super('it takes more steps than are taken here');
  }
}

/** A value by itself: entries that are values again are paid for when something is done with them. @internal */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string' || Array.isArray(value)) {
    return value.length;
  }
  return value instanceof Map || value instanceof Set ? value.size : 0;
}

/** A value to the bottom, for what goes through all of it. @internal */
export function wholeSizeOf(value: unknown): number {
  let size = 1 + sizeOf(value);
  if (typeof value === 'object' && value !== null) {
    const entries: Iterable<unknown> =
      value instanceof Map ? value.values() : Object.values(value);
    for (const entry of entries) {
      size += wholeSizeOf(entry);
    }
  }
  return size;
}

/**
 * For what one function makes or goes through at once, before it does.
 * @throws CelBudgetError
 * @internal
 */
export function requireSmall(size: number): void {
  if (size > MOST_AT_ONCE) {
    throw new CelBudgetError();
  }
}

const MOST_AT_ONCE = 1_000_000;
