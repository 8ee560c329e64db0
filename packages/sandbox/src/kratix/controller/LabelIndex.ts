import type {
  Cluster,
  Gvr,
  KubeObject,
  ObjectKey,
} from '../../apiserver/cluster';
import { labels } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import { fromKey, keyOf, toKey } from './keys';

/** The label by which the controllers look for objects of a type, over and over. */
const indexed: readonly (readonly [Gvr, string])[] = [
  [resources.jobs, labels.resourceName],
  [resources.pods, 'batch.kubernetes.io/job-name'],
  [resources.works, labels.resourceName],
  [resources.workPlacements, labels.work],
  [resources.resourceBindings, labels.resourceName],
];

/**
 * Finds objects by label without looking at all of them. It may know of objects that are gone or have
 * changed, so each is looked up and checked.
 * @internal
 */
export class LabelIndex {
  readonly #cluster: Cluster;
  readonly #keys = new Map<string, Set<string>>();

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
    for (const [gvr] of indexed) {
      cluster.list(gvr).forEach(object => this.add(gvr, object));
    }
  }

  add(gvr: Gvr, object: KubeObject): void {
    const slot = this.#slot(gvr, object.metadata.labels ?? {});
    if (slot !== undefined) {
      const keys = this.#keys.get(slot) ?? new Set();
      this.#keys.set(slot, keys);
      keys.add(toKey(keyOf(object)));
    }
  }

  remove(gvr: Gvr, object: KubeObject): void {
    const slot = this.#slot(gvr, object.metadata.labels ?? {});
    const keys = slot === undefined ? undefined : this.#keys.get(slot);
    keys?.delete(toKey(keyOf(object)));
    if (slot !== undefined && keys?.size === 0) {
      this.#keys.delete(slot);
    }
  }

  /** Undefined when the index cannot answer. */
  find(
    gvr: Gvr,
    options: { namespace?: string; labelSelector?: string },
  ): KubeObject[] | undefined {
    const wanted = parseEqualities(options.labelSelector ?? '');
    const slot = wanted && this.#slot(gvr, wanted);
    if (!wanted || slot === undefined) {
      return undefined;
    }
    return [...(this.#keys.get(slot) ?? [])]
      .sort()
      .map(fromKey)
      .filter(({ namespace }) => isWithin(namespace, options.namespace))
      .flatMap((key: ObjectKey) => this.#cluster.get(gvr, key) ?? [])
      .filter(({ metadata }) =>
        Object.entries(wanted).every(
          ([label, value]) => metadata.labels?.[label] === value,
        ),
      );
  }

  #slot(gvr: Gvr, said: Readonly<Record<string, string>>): string | undefined {
    const entry = indexed.find(
      ([type]) => type.group === gvr.group && type.resource === gvr.resource,
    );
    const value = entry && said[entry[1]];
    return value === undefined
      ? undefined
      : `${gvr.group}/${gvr.resource}=${value}`;
  }
}

function isWithin(namespace: string | undefined, wanted: string | undefined) {
  return wanted === undefined || namespace === wanted;
}

/** The labels of a selector that holds equalities only. */
function parseEqualities(selector: string): Record<string, string> | undefined {
  const parts = selector
    .split(',')
    .map(part => /^([^=!\s]+)=([^=\s]*)$/.exec(part));
  return parts.every(part => part !== null)
    ? Object.fromEntries(parts.map(part => [part?.[1] ?? '', part?.[2] ?? '']))
    : undefined;
}
