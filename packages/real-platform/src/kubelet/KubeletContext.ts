import type { Connection } from '../cluster/connect';
import type { Reaper } from '../processes/Reaper';
import type { ImageMap } from './ImageMap';
import type { EventRecorder } from './EventRecorder';

/**
 * What every Pod of this node is run with.
 *
 * @internal
 */
export interface KubeletContext {
  connection: Connection;
  events: EventRecorder;
  images: ImageMap;
  nodeName: string;
  /** Where the volumes and logs of Pods lie. */
  folder: string;
  /** The API server as containers see it. */
  apiServer: { host: string; port: string };
  /** The kubelet's own base is 10 s; see `restartDelayMs`. */
  restartBackoffMs: number;
  /** How long to wait before trying again to find an image, a volume or a value. */
  retryMs: number;
  reaper: Reaper;
  clock: () => Date;
  /** Told of what should not have happened. */
  report: (sentence: string, error: unknown) => void;
}
