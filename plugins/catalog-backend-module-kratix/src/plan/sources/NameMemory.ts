import type {
  KeptName,
  KeptNames,
  KratixPromise,
  NamedPlatform,
  PlatformSnapshot,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { findUnreadablePromises } from '../findUnreadable';

/**
 * How Promises were named last, for the time that they cannot be read: neither may their entities go then, nor
 * may another Promise take their names. Unknown is not empty.
 * @internal
 */
export class NameMemory {
  private names: KeptNames = new Map();
  private isCatalogAsked = false;

  /** What the catalog holds of earlier processes. What was seen since is newer. */
  accept(names: KeptNames): void {
    this.names = new Map([...names, ...this.names]);
    this.isCatalogAsked = true;
  }

  /** Undefined when it cannot be said yet, for a Promise cannot be read and the catalog was not asked. */
  recall(
    snapshot: Pick<PlatformSnapshot, 'promises' | 'problems'>,
  ): KeptNames | undefined {
    const unreadable = findUnreadablePromises(snapshot);
    const kept = new Map<string, KeptName>();
    for (const promise of unreadable) {
      const name = this.names.get(promise);
      if (!name && !this.isCatalogAsked) {
        return undefined;
      }
      kept.set(promise, name ?? {});
    }
    return kept;
  }

  /** After a plan: how these are named, and still those that could not be read. */
  keep(
    promises: readonly KratixPromise[],
    { names }: NamedPlatform,
    kept: KeptNames,
  ): void {
    this.names = new Map([
      ...kept,
      ...promises.map(({ name }) => [name, toKept(name, names)] as const),
    ]);
  }
}

function toKept(promise: string, names: NamedPlatform['names']): KeptName {
  const kind = names?.kindOf(promise);
  const component = names?.componentOf(promise);
  return { ...(kind && { kind }), ...(component && { component }) };
}
