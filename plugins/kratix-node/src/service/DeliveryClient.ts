import type {
  ClusterEvent,
  WorkloadFile,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Delivery } from './KratixService';

/**
 * Reads deliveries, straight on the cluster. Asked for and not watched, since Works carry every file.
 *
 * Errors are Backstage's, as those of {@link RequestClient}.
 * @public
 */
export interface DeliveryClient {
  /** Without the contents of files. */
  read(target: DeliveryTarget, options?: ReadOptions): Promise<Delivery>;

  /** One file, decoded. NotFoundError when the target has no such file. */
  readFile(
    target: DeliveryTarget,
    file: FileAddress,
    options?: ReadOptions,
  ): Promise<DecodedFile>;

  /** What was said about the target, its Works and placements, and the workflows that made them. */
  readEvents(
    target: DeliveryTarget & { readonly uid: string; readonly kind: string },
    options?: ReadOptions,
  ): Promise<ReadEvents>;
}

/**
 * A request; without `request`, what a Promise brings by itself.
 * @public
 */
export interface DeliveryTarget {
  readonly promise: string;
  readonly request?: { readonly namespace: string; readonly name: string };
}

/** @public */
export interface ReadOptions {
  readonly signal?: AbortSignal;
}

/** @public */
export interface FileAddress extends Pick<WorkloadFile, 'path'> {
  readonly work: string;
  /** Id of the workload group. */
  readonly group: string;
}

/**
 * What is in a file, at most 512 KiB of it, however large it is.
 * @public
 */
export type DecodedFile =
  | {
      readonly type: 'text';
      readonly text: string;
      readonly bytes: number;
      readonly isCut: boolean;
    }
  | {
      readonly type: 'binary';
      readonly bytes: number;
      readonly isCut: boolean;
    }
  | { readonly type: 'undecodable' };

/** @public */
export interface ReadEvents {
  readonly events: readonly ClusterEvent[];
  /** False when there are more than were read. */
  readonly isComplete: boolean;
}
