import { applyManifests } from '../cluster/applyManifests';
import { deleteManifests } from '../cluster/deleteManifests';
import { parseManifests } from '../cluster/parseManifests';
import type { Kubectl } from '../cluster/runKubectl';
import type { ObjectStoreControls } from '../store/ObjectStore';
import { planDelivery, type DeliveredFile } from './planDelivery';

const LOOK_MS = 500;

/**
 * An agent that runs.
 *
 * @internal
 */
export interface Delivery {
  stop(): Promise<void>;
}

/**
 * Applies what Kratix writes below one folder of a bucket to the platform
 * itself, and removes what it takes away: the GitOps agent of a platform whose
 * Promises are made of requests for other Promises.
 *
 * @internal
 */
export function startDelivery(options: {
  store: Pick<ObjectStoreControls, 'objects'>;
  bucket: string;
  folder: string;
  kubectl: Kubectl;
  report: (sentence: string, error: unknown) => void;
}): Delivery {
  const delivered = new Map<string, DeliveredFile>();
  const look = async () => {
    const plan = planDelivery(
      delivered,
      options.store.objects(options.bucket),
      `${options.folder}/`,
    );
    for (const { key, etag, content } of plan.changed) {
      await attempt(`${key} was not applied`, async () => {
        const objects = parseManifests(content.toString('utf8'));
        await applyManifests(options.kubectl, objects);
        delivered.set(key, { etag, objects });
      });
    }
    for (const { key, objects } of plan.removed) {
      await attempt(`What ${key} held was not removed`, async () => {
        await deleteManifests(options.kubectl, objects);
        delivered.delete(key);
      });
    }
  };
  // An agent tries again; what cannot be applied now may be applied later.
  const attempt = (what: string, act: () => Promise<void>) =>
    act().catch(error => options.report(what, error));

  let timer: NodeJS.Timeout;
  let isStopped = false;
  let current = Promise.resolve();
  const next = () => {
    current = look().then(() => {
      if (!isStopped) {
        timer = setTimeout(next, LOOK_MS);
      }
    });
  };
  next();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}
