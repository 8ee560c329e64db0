import {
  phaseContexts,
  type Collection,
  type NamespaceInfo,
  type PhaseContext,
  type PlatformSnapshot,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { isSameInputs } from './MemoTable';

/**
 * What the entities of requests depend on beside the requests, found by name. Made when it is first asked
 * for: most changes ask for nothing.
 * @internal
 */
export class SnapshotIndex {
  private contexts: ReturnType<typeof phaseContexts> | undefined;
  private namespaces: ReadonlyMap<string, NamespaceInfo> | undefined;

  private readonly snapshot: IndexedSnapshot;

  constructor(snapshot: IndexedSnapshot) {
    const { promises, bindings, revisions, namespaces } = snapshot;
    // Keeps only what is needed; holding the whole snapshot would leak old requests.
    this.snapshot = { promises, bindings, revisions, namespaces };
  }

  /** This one while it answers the same for that snapshot, else a new one. */
  upTo(snapshot: IndexedSnapshot): SnapshotIndex {
    return isSameInputs(listsOf(snapshot), listsOf(this.snapshot))
      ? this
      : new SnapshotIndex(snapshot);
  }

  phaseContext(request: ResourceRequest): PhaseContext {
    this.contexts ??= phaseContexts(this.snapshot);
    return this.contexts(request);
  }

  namespace(name: string): NamespaceInfo | undefined {
    this.namespaces ??= new Map(
      (itemsOf(this.snapshot.namespaces) ?? []).map(info => [info.name, info]),
    );
    return this.namespaces.get(name);
  }

  /** The very lists that the answers come from: while these are the same, so are the answers. */
  get inputs(): readonly unknown[] {
    const { bindings, revisions, namespaces } = this.snapshot;
    return [itemsOf(bindings), itemsOf(revisions), itemsOf(namespaces)];
  }
}

type IndexedSnapshot = Pick<
  PlatformSnapshot,
  'promises' | 'bindings' | 'revisions' | 'namespaces'
>;

function listsOf({
  promises,
  bindings,
  revisions,
  namespaces,
}: IndexedSnapshot): readonly unknown[] {
  return [
    itemsOf(promises),
    itemsOf(bindings),
    itemsOf(revisions),
    itemsOf(namespaces),
  ];
}

function itemsOf<T>(collection: Collection<T>): readonly T[] | undefined {
  return collection.state === 'synced' ? collection.items : undefined;
}
