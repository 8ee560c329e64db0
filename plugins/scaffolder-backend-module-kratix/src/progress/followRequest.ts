import type {
  PlatformSnapshot,
  RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixService } from '@kratix-portal/backstage-plugin-kratix-node';

/**
 * Looks now, and after every change of the platform, until `look` has an answer. Undefined when the time
 * is up; throws when it is aborted.
 * @internal
 */
export function followRequest<T>(
  kratix: Pick<KratixService, 'snapshot' | 'onChange'>,
  ref: Pick<RequestRef, 'platform'>,
  options: {
    look(snapshot: PlatformSnapshot): T | undefined;
    readonly timeoutMs: number;
    readonly signal?: AbortSignal;
  },
): Promise<T | undefined> {
  const { look, timeoutMs, signal } = options;
  return new Promise((resolve, reject) => {
    const check = () => {
      try {
        const answer = look(kratix.snapshot(ref.platform));
        if (answer !== undefined) {
          finish(() => resolve(answer));
        }
      } catch (error) {
        finish(() => reject(error));
      }
    };
    const abort = () => finish(() => reject(signal?.reason));
    const timer = setTimeout(() => finish(() => resolve(undefined)), timeoutMs);
    const subscription = kratix.onChange(change => {
      if (change.platform === ref.platform) {
        check();
      }
    });
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      subscription.unsubscribe();
      signal?.removeEventListener('abort', abort);
      settle();
    };

    signal?.addEventListener('abort', abort);
    if (signal?.aborted) {
      abort();
    } else {
      check();
    }
  });
}
