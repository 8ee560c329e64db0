import type { PlatformSnapshot } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixService } from '@kratix-portal/backstage-plugin-kratix-node';

/**
 * Looks at a platform now, and after every change of it, until `look` has an answer. Undefined when the time
 * is up; throws when it is aborted.
 * @internal
 */
export function awaitSnapshot<T>(
  kratix: Pick<KratixService, 'snapshot' | 'onChange'>,
  platform: string,
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
        const answer = look(kratix.snapshot(platform));
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
      if (change.platform === platform) {
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
