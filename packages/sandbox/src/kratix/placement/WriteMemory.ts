import type { KubeObject } from '../../apiserver/cluster';
import { findCondition } from '../conditions/conditions';

/** What the writer of WorkPlacements knows of its own writes; a restart forgets it. @internal */
export class WriteMemory {
  /** When the write that is under way ends, by placement and version. */
  readonly #dueMs = new Map<string, number>();
  /** The generation that was written last, by uid. */
  readonly #written = new Map<string, number>();

  /** How long a write still takes that takes so long in all; asked again once it is over, it is another one. */
  remainingMs(write: string, nowMs: number, writeMs: number): number {
    const dueMs = this.#dueMs.get(write) ?? nowMs + writeMs;
    if (dueMs > nowMs) {
      this.#dueMs.set(write, dueMs);
    } else {
      this.#dueMs.delete(write);
    }
    return dueMs - nowMs;
  }

  remember({ metadata }: KubeObject): void {
    if (metadata.generation !== undefined) {
      this.#written.set(metadata.uid, metadata.generation);
    }
  }

  forget({ metadata }: KubeObject): void {
    this.#written.delete(metadata.uid);
  }

  /**
   * Kratix looks at a WorkPlacement again when its content changes or its interval is over, not when its
   * Destination fits again: until then it says that it is misplaced (`workPlacementReconcilePredicate`).
   */
  staysMisplaced({ metadata, status }: KubeObject): boolean {
    return (
      findCondition(status, 'Ready')?.reason === 'Misplaced' &&
      findCondition(status, 'ScheduleSucceeded')?.status === 'True' &&
      this.#written.get(metadata.uid) === metadata.generation
    );
  }
}
