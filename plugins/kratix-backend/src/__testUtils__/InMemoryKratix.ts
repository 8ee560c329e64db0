import { NotFoundError } from '@backstage/errors';
import type {
  Platform,
  PlatformSnapshot,
  PromiseRef,
  RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  Delivery,
  DeliveryClient,
  KratixService,
  PlatformHealth,
  PromiseOperations,
  RequestClient,
  RequestOperations,
  SnapshotChange,
  WorkflowReader,
} from '@kratix-portal/backstage-plugin-kratix-node';

/**
 * A KratixService whose snapshots are given by a test, so that a test can show states that a cluster is
 * in only for moments. It keeps the contract: the same snapshot until it changes, and a call to every
 * listener when it does. It writes nothing.
 */
export class InMemoryKratix implements KratixService {
  readonly platforms: readonly Platform[];
  private readonly snapshots = new Map<string, PlatformSnapshot>();
  private readonly listeners = new Set<(change: SnapshotChange) => void>();
  private judgeRights: (namespaces: readonly string[]) => readonly string[] =
    () => {
      throw new Error('Nobody should ask what somebody may order');
    };
  private deliver: () => Delivery = () => {
    throw new Error('Nobody should ask for a delivery');
  };
  private deliveryClient: DeliveryClient | undefined;
  private doing: RequestOperations | undefined;
  private doingWithPromises: PromiseOperations | undefined;
  private workflowReader: WorkflowReader | undefined;
  private healthState: PlatformHealth = { state: 'connected', watches: [] };

  constructor(platforms: readonly Platform[]) {
    this.platforms = platforms;
    platforms.forEach(({ name }) =>
      this.snapshots.set(name, unknownSnapshot(name)),
    );
  }

  platform(name: string): Platform {
    const platform = this.platforms.find(other => other.name === name);
    if (!platform) {
      throw new NotFoundError(`There is no platform '${name}'`);
    }
    return platform;
  }

  snapshot(platform: string): PlatformSnapshot {
    const snapshot = this.snapshots.get(this.platform(platform).name);
    if (!snapshot) {
      throw new Error(`No snapshot of ${platform}`);
    }
    return snapshot;
  }

  health(platform: string): PlatformHealth {
    return this.platform(platform) && this.healthState;
  }

  onChange(listener: (change: SnapshotChange) => void) {
    this.listeners.add(listener);
    return { unsubscribe: () => void this.listeners.delete(listener) };
  }

  requests(): RequestClient {
    const refuse = async () => {
      throw new Error('This service holds snapshots and deliveries only');
    };
    return {
      getPromise: refuse,
      getRevision: refuse,
      get: refuse,
      create: refuse,
      change: refuse,
      delete: refuse,
      findCreatable: async (_api, names) => this.judgeRights(names),
      getDelivery: async () => this.deliver(),
    };
  }

  /** Where people may order from now on. */
  setRights(judge: (namespaces: readonly string[]) => readonly string[]): void {
    this.judgeRights = judge;
  }

  deliveries(): DeliveryClient {
    if (!this.deliveryClient) {
      throw new Error('Nobody should ask for a delivery');
    }
    return this.deliveryClient;
  }

  /** What deliveries are read with from now on. */
  setDeliveries(client: DeliveryClient): void {
    this.deliveryClient = client;
  }

  operations(): RequestOperations {
    if (!this.doing) {
      throw new Error('Nobody should ask for an operation');
    }
    return this.doing;
  }

  workflows(): WorkflowReader {
    if (!this.workflowReader) {
      throw new Error('Nobody should ask for a workflow');
    }
    return this.workflowReader;
  }

  /** What questions about workflows are answered with from now on. */
  setWorkflows(reader: WorkflowReader): void {
    this.workflowReader = reader;
  }

  promiseOperations(): PromiseOperations {
    if (!this.doingWithPromises) {
      throw new Error('Nobody should ask for an operation');
    }
    return this.doingWithPromises;
  }

  /** What operations on Promises do from now on. */
  setPromiseOperations(operations: PromiseOperations): void {
    this.doingWithPromises = operations;
  }

  /** What operations do from now on. */
  setOperations(operations: RequestOperations): void {
    this.doing = operations;
  }

  /** What the next questions for a delivery are answered with. */
  setDelivery(deliver: () => Delivery): void {
    this.deliver = deliver;
  }

  get listenerCount(): number {
    return this.listeners.size;
  }

  setHealth(health: PlatformHealth): void {
    this.healthState = health;
  }

  change(
    platform: string,
    parts: Partial<PlatformSnapshot>,
    what: {
      promises?: PromiseRef[];
      requests?: RequestRef[];
      isCollectionChanged?: boolean;
    } = {},
  ): void {
    const previous = this.snapshot(platform);
    const snapshot = { ...previous, ...parts };
    this.snapshots.set(platform, snapshot);
    this.listeners.forEach(listener =>
      listener({
        platform,
        snapshot,
        previous,
        promises: what.promises ?? [],
        requests: what.requests ?? [],
        isCollectionChanged: what.isCollectionChanged ?? false,
      }),
    );
  }
}

export function unknownSnapshot(platform: string): PlatformSnapshot {
  return {
    platform,
    promises: { state: 'unknown' },
    requests: new Map(),
    bindings: { state: 'unknown' },
    revisions: { state: 'unknown' },
    destinations: { state: 'unknown' },
    gitStateStores: { state: 'unknown' },
    bucketStateStores: { state: 'unknown' },
    namespaces: { state: 'unknown' },
    problems: [],
  };
}
