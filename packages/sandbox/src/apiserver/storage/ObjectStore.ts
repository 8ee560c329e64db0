import type { KubeObject, ObjectKey } from '../cluster';
import { freezeJson } from '../json/json';

/** One committed change. @internal */
export interface StoredEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly storageKey: string;
  readonly revision: number;
  readonly object: KubeObject;
  readonly previous?: KubeObject;
}

/**
 * All objects, one counter of revisions, and a bounded memory of what changed.
 * Plays etcd: it knows nothing about types.
 * @internal
 */
export class ObjectStore {
  readonly #shelves = new Map<string, Map<string, KubeObject>>();
  /** Whole shelves in order, until they change: a list of many pages is sorted once. */
  readonly #ordered = new Map<string, readonly KubeObject[]>();
  readonly #listeners = new Set<(event: StoredEvent) => void>();
  readonly #historyLimit: number;
  #history: StoredEvent[] = [];
  #revision: number;
  #compacted = 0;

  constructor(options: { historyLimit: number; firstRevision?: number }) {
    this.#historyLimit = options.historyLimit;
    this.#revision = options.firstRevision ?? 1;
    this.#compacted = this.#revision;
  }

  get revision(): number {
    return this.#revision;
  }

  /** Changes up to here are forgotten: a watch that starts before it is told 410. */
  get compacted(): number {
    return this.#compacted;
  }

  get(storageKey: string, key: ObjectKey): KubeObject | undefined {
    return this.#shelves.get(storageKey)?.get(shelfKey(key));
  }

  /** In the API server's order: by namespace, then name. */
  list(storageKey: string, namespace?: string): KubeObject[] {
    const all = this.#ordered.get(storageKey) ?? this.#sort(storageKey);
    return namespace === undefined
      ? [...all]
      : all.filter(({ metadata }) => (metadata.namespace ?? '') === namespace);
  }

  /** The list as it was at a revision, undone from history; undefined when that is forgotten. */
  listAt(
    storageKey: string,
    revision: number,
    namespace?: string,
  ): KubeObject[] | undefined {
    if (revision === this.#revision) {
      return this.list(storageKey, namespace);
    }
    const later = this.since(revision);
    if (!later) {
      return undefined;
    }
    const objects = new Map(
      this.list(storageKey).map(object => [shelfKey(object.metadata), object]),
    );
    for (const event of [...later].reverse()) {
      if (event.storageKey === storageKey) {
        const key = shelfKey(event.object.metadata);
        if (event.previous) {
          objects.set(key, event.previous);
        } else {
          objects.delete(key);
        }
      }
    }
    return inOrder(objects, namespace);
  }

  shelfKeys(): string[] {
    return [...this.#shelves.keys()];
  }

  nextRevision(): number {
    return this.#revision + 1;
  }

  /** Stores the object under the next revision, which it writes into the object's metadata. */
  put(storageKey: string, object: KubeObject): KubeObject {
    const revision = this.nextRevision();
    object.metadata.resourceVersion = String(revision);
    const stored = freezeJson(object);
    const shelf = this.#shelf(storageKey);
    const key = shelfKey(stored.metadata);
    const previous = shelf.get(key);
    shelf.set(key, stored);
    this.#commit({
      type: previous ? 'MODIFIED' : 'ADDED',
      storageKey,
      revision,
      object: stored,
      ...(previous ? { previous } : {}),
    });
    return stored;
  }

  /** Removes; the event carries the last state under the revision of the removal. */
  remove(storageKey: string, key: ObjectKey): KubeObject | undefined {
    const shelf = this.#shelves.get(storageKey);
    const previous = shelf?.get(shelfKey(key));
    if (!shelf || !previous) {
      return undefined;
    }
    shelf.delete(shelfKey(key));
    const revision = this.nextRevision();
    const object = freezeJson({
      ...previous,
      metadata: { ...previous.metadata, resourceVersion: String(revision) },
    });
    this.#commit({ type: 'DELETED', storageKey, revision, object, previous });
    return object;
  }

  /** Changes after a revision, oldest first; undefined when they are no longer known. */
  since(revision: number): readonly StoredEvent[] | undefined {
    if (revision < this.#compacted) {
      return undefined;
    }
    let start = this.#history.length;
    while (start > 0 && (this.#history[start - 1]?.revision ?? 0) > revision) {
      start -= 1;
    }
    return this.#history.slice(start);
  }

  /** Forgets all history, as etcd's compaction does. */
  compact(): void {
    this.#history = [];
    this.#compacted = this.#revision;
  }

  onCommit(listener: (event: StoredEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Puts an object back as it was, for a start from a file. */
  restore(storageKey: string, object: KubeObject): void {
    this.#ordered.delete(storageKey);
    this.#shelf(storageKey).set(shelfKey(object.metadata), freezeJson(object));
  }

  #sort(storageKey: string): readonly KubeObject[] {
    const ordered = inOrder(this.#shelves.get(storageKey) ?? new Map());
    this.#ordered.set(storageKey, ordered);
    return ordered;
  }

  #shelf(storageKey: string): Map<string, KubeObject> {
    const shelf = this.#shelves.get(storageKey) ?? new Map();
    this.#shelves.set(storageKey, shelf);
    return shelf;
  }

  #commit(event: StoredEvent): void {
    this.#revision = event.revision;
    this.#ordered.delete(event.storageKey);
    this.#history.push(event);
    if (this.#history.length > this.#historyLimit * 1.25) {
      const dropped = this.#history.length - this.#historyLimit;
      this.#compacted = this.#history[dropped - 1]?.revision ?? this.#compacted;
      this.#history = this.#history.slice(dropped);
    }
    for (const listener of this.#listeners) {
      listener(event);
    }
  }
}

function inOrder(
  objects: ReadonlyMap<string, KubeObject>,
  namespace?: string,
): KubeObject[] {
  const prefix = `${namespace}/`;
  return [...objects]
    .filter(([key]) => namespace === undefined || key.startsWith(prefix))
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, object]) => object);
}

function shelfKey({ namespace, name }: ObjectKey): string {
  return `${namespace ?? ''}/${name}`;
}
