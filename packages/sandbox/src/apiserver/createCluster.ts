import { builtinTypes } from './builtin/builtinTypes';
import { seedObjects } from './builtin/seedObjects';
import type { Clock } from './clock';
import { systemClock } from './clock';
import type { Cluster, KubeObject } from './cluster';
import { CrdController } from './crd/CrdController';
import { crdStorageKey } from './crd/CustomResourceDefinition';
import { CommitQueue } from './lifecycle/CommitQueue';
import { GarbageCollector } from './lifecycle/GarbageCollector';
import { NamespaceLifecycle } from './lifecycle/NamespaceLifecycle';
import { provideServiceAccount } from './lifecycle/provideServiceAccount';
import type { KeptLog } from './logs/KeptLog';
import { LogStore } from './logs/LogStore';
import { accessObjects } from './accessObjects';
import { TypeRegistry } from './registry/TypeRegistry';
import type { StoredEvent } from './storage/ObjectStore';
import { ObjectStore } from './storage/ObjectStore';
import { Admission } from './write/Admission';
import { ObjectRemover } from './write/ObjectRemover';
import { ObjectWriter } from './write/ObjectWriter';

/** @public */
export interface ClusterOptions {
  clock?: Clock;
  /** How many changes a watch can look back before it is told that they expired. */
  historyLimit?: number;
  /** Where one-line notes go: failures of listeners, CEL rules that cannot be evaluated. */
  log?: (message: string) => void;
  /** Objects and counter of an earlier run. */
  restored?: { revision: number; objects: readonly KubeObject[] };
}

/**
 * The cluster with the parts that the HTTP door needs.
 * @internal
 */
export interface EmbeddedCluster extends Cluster {
  readonly store: ObjectStore;
  readonly registry: TypeRegistry;
  readonly writer: ObjectWriter;
  readonly remover: ObjectRemover;
  readonly logStore: LogStore;
}

/**
 * An API server without its HTTP door.
 * @public
 */
export function createCluster(options: ClusterOptions = {}): Cluster {
  return createEmbeddedCluster(options);
}

/** @internal */
export function createEmbeddedCluster(
  options: ClusterOptions & { keptLogs?: readonly KeptLog[] },
): EmbeddedCluster {
  const clock = options.clock ?? systemClock();
  // eslint-disable-next-line no-console
  const log = options.log ?? (message => console.warn(message));
  const store = new ObjectStore({
    historyLimit: options.historyLimit ?? 5000,
    firstRevision: options.restored?.revision,
  });
  const registry = new TypeRegistry();
  const admission = new Admission();
  const parts = { clock, store, registry, admission };
  const services = {
    clock,
    store,
    registry,
    writer: new ObjectWriter(parts),
    remover: new ObjectRemover(parts),
    logStore: new LogStore(clock, options.keptLogs),
  };
  const queue = new CommitQueue(error => log(describe(error)));

  for (const type of builtinTypes()) {
    registry.add(type);
  }
  const controllers = startControllers(services, queue, log);
  if (options.restored) {
    restoreObjects(options.restored.objects, services, controllers);
  } else {
    seedObjects(services.writer, registry);
  }

  return {
    ...services,
    ...accessObjects({
      ...services,
      establish: name => controllers.crds.establish(name),
    }),
    logs: services.logStore,
    serves: gvr => registry.get(gvr) !== undefined,
    subscribe: listener =>
      queue.subscribe(event =>
        listener({
          type: event.type,
          gvr: gvrOf(event),
          object: event.object,
          ...(event.previous ? { previous: event.previous } : {}),
        }),
      ),
    addAdmission: (gvr, hook) => admission.add(gvr, hook),
  };
}

type Services = Pick<
  EmbeddedCluster,
  'clock' | 'store' | 'registry' | 'writer' | 'remover' | 'logStore'
>;

interface Controllers {
  readonly garbage: GarbageCollector;
  readonly crds: CrdController;
}

/** What must be known at once is learned with the commit; what writes itself comes after it. */
function startControllers(
  { clock, store, registry, writer, remover, logStore }: Services,
  queue: CommitQueue,
  log: (message: string) => void,
): Controllers {
  const crds = new CrdController({
    clock,
    store,
    registry,
    writer,
    remover,
    log,
  });
  const garbage = new GarbageCollector(store, registry, remover);
  const namespaces = new NamespaceLifecycle({
    clock,
    store,
    registry,
    remover,
  });
  store.onCommit(event => {
    crds.register(event);
    garbage.index(event);
    queue.push(event);
  });
  queue.subscribe(event => crds.react(event));
  queue.subscribe(event => garbage.react(event));
  queue.subscribe(event => namespaces.react(event));
  queue.subscribe(event =>
    provideServiceAccount(event, { store, registry, writer }),
  );
  queue.subscribe(event => {
    if (event.storageKey === '/pods' && event.type === 'DELETED') {
      logStore.forget(event.object.metadata);
    }
  });
  return { garbage, crds };
}

function restoreObjects(
  objects: readonly KubeObject[],
  { store, registry }: Services,
  { garbage, crds }: Controllers,
): void {
  const isCrd = ({ kind }: KubeObject) => kind === 'CustomResourceDefinition';
  for (const crd of objects.filter(isCrd)) {
    store.restore(crdStorageKey, crd);
    crds.serve(crd);
    crds.establish(crd.metadata.name);
  }
  for (const object of objects) {
    const storageKey = registry.findKind(
      object.apiVersion,
      object.kind,
    )?.storageKey;
    if (storageKey) {
      store.restore(storageKey, object);
      garbage.index({ type: 'ADDED', storageKey, revision: 0, object });
    }
  }
}

function gvrOf({ object, storageKey }: StoredEvent) {
  const [group = '', resource = ''] = storageKey.split('/');
  const version = object.apiVersion.split('/').at(-1) ?? '';
  return { group, version, resource };
}

function describe(error: unknown): string {
  return `sandbox: a listener failed: ${
    error instanceof Error ? error.stack ?? error.message : String(error)
  }`;
}
