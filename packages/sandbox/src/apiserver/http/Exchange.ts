import type { IncomingMessage, ServerResponse } from 'node:http';
import type { User } from '../auth/User';
import type { EmbeddedCluster } from '../createCluster';
import type { AnswerFormat } from './negotiate';
import type { RequestInfo } from './RequestInfo';

/** One request on its way through the door, with everything a handler may need. @internal */
export interface Exchange {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly url: URL;
  readonly info: RequestInfo;
  readonly user: User;
  readonly format: AnswerFormat;
  readonly cluster: EmbeddedCluster;
  readonly settings: DoorSettings;
  /** The bytes are broken on purpose when a fault says so. */
  readonly isCorrupted: boolean;
}

/** @internal */
export interface DoorSettings {
  readonly bookmarkIntervalMs: number;
  readonly maxBodyBytes: number;
}
