/**
 * What every parsed cluster object carries, in plain form.
 * @public
 */
export interface ObjectIdentity {
  readonly name: string;
  readonly uid: string;
  readonly resourceVersion: string;
  readonly generation?: number;
  /** RFC 3339. */
  readonly createdAt?: string;
  /** RFC 3339; present while the object is being removed. */
  readonly deletedAt?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/**
 * Addresses one resource request across platforms. The Promise's name stands for group, version and
 * plural, which only its API knows.
 * @public
 */
export interface RequestRef {
  readonly platform: string;
  readonly promise: string;
  readonly namespace: string;
  readonly name: string;
}

/**
 * Addresses one Promise across platforms.
 * @public
 */
export interface PromiseRef {
  readonly platform: string;
  readonly promise: string;
}
