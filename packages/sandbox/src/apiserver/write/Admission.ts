import type { AdmissionHook, Gvr, KubeObject } from '../cluster';
import { cloneJson, equalJson } from '../json/json';
import type { WriteRequest } from './WriteRequest';

/** The hooks that play admission webhooks, by resource. @internal */
export class Admission {
  readonly #hooks = new Map<string, AdmissionHook[]>();

  add({ group, resource }: Gvr, hook: AdmissionHook): void {
    const key = `${group}/${resource}`;
    this.#hooks.set(key, [...(this.#hooks.get(key) ?? []), hook]);
  }

  /** A write on its way. Webhooks are registered for objects, not for their status (config/webhook/manifests.yaml). */
  admit(
    type: { group: string; resource: string },
    { subresource, dryRun, username, warn }: WriteRequest,
    objects: { object: KubeObject; previous?: KubeObject },
  ): { changed: boolean } {
    return subresource === 'status'
      ? { changed: false }
      : this.review(type, {
          operation: objects.previous ? 'UPDATE' : 'CREATE',
          ...objects,
          dryRun,
          username,
          warn,
        });
  }

  /** Runs the hooks, which may change `object`; throws what they throw. */
  review(
    { group, resource }: { group: string; resource: string },
    review: Parameters<AdmissionHook>[0],
  ): { changed: boolean } {
    const hooks = this.#hooks.get(`${group}/${resource}`);
    if (!hooks) {
      return { changed: false };
    }
    const before = cloneJson(review.object);
    for (const hook of hooks) {
      hook(review);
    }
    return { changed: !equalJson(before, review.object) };
  }
}
