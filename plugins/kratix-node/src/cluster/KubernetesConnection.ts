import type { Readable } from 'node:stream';

/**
 * In whose name one request is made.
 * @internal
 */
export type ClusterIdentity =
  | { readonly type: 'portal' }
  | {
      readonly type: 'impersonate';
      readonly user: string;
      readonly groups: readonly string[];
    }
  | { readonly type: 'token'; readonly token: string };

/** @internal */
export interface KubernetesRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Absolute, every part encoded, like `/apis/platform.kratix.io/v1alpha1/promises`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: { readonly contentType: string; readonly json: unknown };
  /** The portal's own identity when absent. */
  readonly identity?: ClusterIdentity;
  /** Until the whole answer (`requestJson`), or its first byte (`openStream`). */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/**
 * The way to one API server. Rejects with KubernetesError, or with the signal's reason once that is aborted.
 * @internal
 */
export interface KubernetesConnection {
  requestJson(request: KubernetesRequest): Promise<unknown>;
  /** Resolves when the server has accepted; the stream then goes on until somebody ends it. */
  openStream(request: KubernetesRequest): Promise<Readable>;
}
