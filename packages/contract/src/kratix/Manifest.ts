/**
 * Any object of the API, as JSON: what is compared is all of it, whatever it holds.
 * @public
 */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid?: string;
    readonly generation?: number;
    readonly creationTimestamp?: string;
    readonly deletionTimestamp?: string;
    readonly resourceVersion?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly ownerReferences?: readonly Readonly<Record<string, unknown>>[];
  };
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly status?: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

/** @public */
export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
}

/** @public */
export function conditionsOf(object: Manifest): readonly Condition[] {
  return (object.status?.conditions ?? []) as readonly Condition[];
}

/** The condition as `status/reason`, which is how scenarios name it. @public */
export function conditionOf(
  object: Manifest,
  type: string,
): string | undefined {
  const found = conditionsOf(object).find(each => each.type === type);
  return found && `${found.status}/${found.reason ?? ''}`;
}
