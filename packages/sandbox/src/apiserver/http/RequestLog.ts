import type { User } from '../auth/User';
import type { RequestInfo } from './RequestInfo';

/**
 * One request as it was received.
 * @public
 */
export interface AuditEntry {
  readonly time: string;
  readonly verb: string;
  readonly path: string;
  readonly query: string;
  readonly group: string;
  readonly resource: string;
  readonly subresource?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly user: string;
  readonly groups: readonly string[];
  readonly impersonatedBy?: string;
  readonly userAgent: string;
}

const maxEntries = 1000;

/** Who asked what: counters for ever, details for the latest thousand. @internal */
export class RequestLog {
  readonly #counts = new Map<string, number>();
  #entries: AuditEntry[] = [];

  record(
    info: RequestInfo,
    user: User,
    facts: { now: number; query: string; userAgent: string },
  ): void {
    const resource = info.subresource
      ? `${info.resource}/${info.subresource}`
      : info.resource;
    const subject = info.isResource
      ? `${resource}${info.group ? `.${info.group}` : ''}`
      : info.path;
    const counted = `${info.verb} ${subject}`;
    this.#counts.set(counted, (this.#counts.get(counted) ?? 0) + 1);
    this.#entries.push({
      time: new Date(facts.now).toISOString(),
      verb: info.verb,
      path: info.path,
      query: facts.query,
      group: info.group,
      resource: info.resource,
      subresource: info.subresource,
      namespace: info.namespace,
      name: info.name,
      user: user.name,
      groups: user.groups,
      impersonatedBy: user.impersonatedBy,
      userAgent: facts.userAgent,
    });
    if (this.#entries.length > maxEntries) {
      this.#entries = this.#entries.slice(-maxEntries);
    }
  }

  entries(): readonly AuditEntry[] {
    return this.#entries;
  }

  /** By verb and resource, e.g. `watch pods` or `list works.platform.kratix.io`. */
  counts(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }

  reset(): void {
    this.#counts.clear();
    this.#entries = [];
  }
}
