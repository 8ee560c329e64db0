/**
 * One Kubernetes Event, as any version of the cluster writes it.
 * @public
 */
export interface ClusterEvent {
  readonly uid: string;
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  /** What it is about. */
  readonly subject: {
    readonly kind: string;
    readonly namespace?: string;
    readonly name: string;
    readonly uid?: string;
  };
  /** Who wrote it: a controller's name; may be empty. */
  readonly reporter: string;
  /** RFC 3339. */
  readonly firstAt?: string;
  /** RFC 3339. */
  readonly lastAt?: string;
  /** How often it happened, at least once. */
  readonly count: number;
}
