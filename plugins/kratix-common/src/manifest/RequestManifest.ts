import type { JsonObject } from '@backstage/types';

/**
 * A resource request as it is sent to the API server or written to a file: no status, no server fields.
 * @public
 */
export interface RequestManifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: JsonObject;
}
