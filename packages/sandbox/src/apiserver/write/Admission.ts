import type { AdmissionHook, Gvr, KubeObject } from '../cluster';
import { cloneJson, equalJson } from '../json/json';

/** The hooks that play admission webhooks, by resource. @internal */
export class Admission {
  readonly #hooks = new Map<string, AdmissionHook[]>();

  add({ group, resource }: Gvr, hook: AdmissionHook): void {
    const key = `${group}/${resource}`;
    this.#hooks.set(key, [...(this.#hooks.get(key) ?? []), hook]);
  }

  /** Runs the hooks, which may change `object`; throws what they throw. */
  review(
    { group, resource }: { group: string; resource: string },
    review: {
      operation: 'CREATE' | 'UPDATE' | 'DELETE';
      object: KubeObject;
      previous?: KubeObject;
      dryRun: boolean;
    },
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
