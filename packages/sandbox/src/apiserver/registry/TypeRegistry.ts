import type { Gvr } from '../cluster';
import type { ResourceType } from './ResourceType';

/**
 * Which resource types are served right now. CRDs come and go, built-in types stay.
 * @internal
 */
export class TypeRegistry {
  readonly #types = new Map<string, ResourceType>();
  readonly #servedSince = new Map<string, number>();
  #generation = 0;

  /** Increases with each change, so that documents built from the registry can be kept. */
  get generation(): number {
    return this.#generation;
  }

  get(gvr: Gvr): ResourceType | undefined {
    return this.#types.get(keyOf(gvr));
  }

  findKind(apiVersion: string, kind: string): ResourceType | undefined {
    const [version = '', group = ''] = apiVersion.split('/').reverse();
    return this.all().find(
      type =>
        type.kind === kind && type.group === group && type.version === version,
    );
  }

  /** The version in which a resource's objects are stored. */
  storageType(storageKey: string): ResourceType | undefined {
    const versions = this.all().filter(type => type.storageKey === storageKey);
    return (
      versions.find(type => type.version === type.storageVersion) ?? versions[0]
    );
  }

  all(): readonly ResourceType[] {
    return [...this.#types.values()];
  }

  /** The revision at which a resource began to be served: a watch cannot begin before it. */
  servedSince(storageKey: string): number {
    return this.#servedSince.get(storageKey) ?? 0;
  }

  /** Replaces all versions of one resource; no versions means that it is no longer served. */
  replace(
    storageKey: string,
    versions: readonly ResourceType[],
    revision: number,
  ): void {
    if (versions.length === 0) {
      this.#servedSince.delete(storageKey);
    } else if (!this.#servedSince.has(storageKey)) {
      this.#servedSince.set(storageKey, revision);
    }
    for (const [key, type] of this.#types) {
      if (type.storageKey === storageKey) {
        this.#types.delete(key);
      }
    }
    for (const type of versions) {
      this.#types.set(keyOf(type), type);
    }
    this.#generation += 1;
  }

  add(type: ResourceType): void {
    this.#types.set(keyOf(type), type);
    this.#generation += 1;
  }
}

function keyOf({ group, version, resource }: Gvr): string {
  return `${group}/${version}/${resource}`;
}
