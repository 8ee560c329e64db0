import type { Stage } from '../Stage';

/** A story that both platforms must play alike. @internal */
export interface Scenario {
  readonly name: string;
  /** Places that differ from one run of real Kratix to the next, which is why nobody may count on them. */
  readonly chance?: RegExp;
  play(stage: Stage): Promise<void>;
}

/** The Promise that most scenarios order from; the others install one of their own. @internal */
export const COMMON_PROMISE = 'contract-app';
