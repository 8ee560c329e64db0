import type { ContainerPlay } from './containerPlay';

/** What the sandbox remembers of a Pod beyond what the API holds; it can be lost without harm. @internal */
export interface PodNotes {
  plays: readonly ContainerPlay[];
  /** Lines of the running container that were printed. */
  printed: number;
}

/** Notes by Pod uid. @internal */
export class PodMemory {
  readonly #notes = new Map<string, PodNotes>();

  get(uid: string): PodNotes | undefined {
    return this.#notes.get(uid);
  }

  set(uid: string, notes: PodNotes): void {
    this.#notes.set(uid, notes);
  }

  forget(uid: string): void {
    this.#notes.delete(uid);
  }
}
