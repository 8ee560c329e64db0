import type { Cluster, ClusterEvent, Gvr } from '../../apiserver/cluster';
import { isOf } from '../controller/keys';
import { resources } from '../vocabulary/resources';
import type { PromiseApi } from './promiseApi';
import { parsePromiseApi } from './promiseApi';

/** The types of all Promises, kept up to date by events. @internal */
export class PromiseApis {
  readonly #byPromise = new Map<string, PromiseApi>();

  constructor(cluster: Cluster) {
    for (const promise of cluster.list(resources.promises)) {
      this.#remember(promise.metadata.name, parsePromiseApi(promise));
    }
  }

  observe(event: ClusterEvent): void {
    if (!isOf(event, resources.promises)) {
      return;
    }
    this.#remember(
      event.object.metadata.name,
      event.type === 'DELETED' ? undefined : parsePromiseApi(event.object),
    );
  }

  all(): readonly PromiseApi[] {
    return [...this.#byPromise.values()];
  }

  ofPromise(name: string): PromiseApi | undefined {
    return this.#byPromise.get(name);
  }

  ofResource(gvr: Gvr): PromiseApi | undefined {
    return this.all().find(
      api => api.gvr.group === gvr.group && api.gvr.resource === gvr.resource,
    );
  }

  ofKind(apiVersion: string, kind: string): PromiseApi | undefined {
    const group = apiVersion.split('/')[0];
    return this.all().find(api => api.gvr.group === group && api.kind === kind);
  }

  #remember(name: string, api: PromiseApi | undefined): void {
    if (api) {
      this.#byPromise.set(name, api);
    } else {
      this.#byPromise.delete(name);
    }
  }
}
