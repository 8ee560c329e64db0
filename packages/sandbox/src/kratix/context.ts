import type { Cluster } from '../apiserver/cluster';
import type { EventRecorder } from './events/EventRecorder';
import type { PromiseApis } from './promise/PromiseApis';
import type { KratixSettings } from './settings';
import { md5 } from './text/md5';

/** What every controller works with. @internal */
export interface KratixContext {
  cluster: Cluster;
  settings: KratixSettings;
  apis: PromiseApis;
  events: EventRecorder;
}

/** Hex digits that look random and are the same for the same seed and parts. @internal */
export function seededHex(
  settings: Pick<KratixSettings, 'seed'>,
  ...parts: readonly (string | number)[]
): string {
  return md5([settings.seed, ...parts].join('\u0000'));
}

/** A number from 0 (included) to 1, the same for the same seed and parts. @internal */
export function seededFraction(
  settings: Pick<KratixSettings, 'seed'>,
  ...parts: readonly (string | number)[]
): number {
  return parseInt(seededHex(settings, ...parts).slice(0, 8), 16) / 2 ** 32;
}
