import { useEffect, useState } from 'react';
import { useApiHolder } from '@backstage/core-plugin-api';
import { kratixApiRef } from '../../api';
import type { OrderOptions } from './OrderOptions';

const TYPING_MS = 400;

/**
 * Whether there is such a request already, a moment after somebody stopped typing. What may not be seen is
 * not known to be taken: the platform says so when it is asked.
 * @internal
 */
export function useIsTaken(
  { platform, promise }: OrderOptions,
  wanted: { readonly namespace: string; readonly name: string } | undefined,
): boolean {
  const api = useApiHolder().get(kratixApiRef);
  const [taken, setTaken] = useState<string>();
  const { namespace, name } = wanted ?? {};
  const key = `${namespace}/${name}`;
  useEffect(() => {
    if (!api || !platform || !promise || !namespace || !name) {
      return undefined;
    }
    const controller = new AbortController();
    const timer = setTimeout(() => {
      api
        .fetchRequest(
          { platform, promise, namespace, name },
          { signal: controller.signal },
        )
        .then(answer => setTaken(answer.ok ? key : undefined))
        // Only an aborted call rejects.
        .catch(() => undefined);
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, platform, promise, namespace, name, key]);
  return wanted !== undefined && taken === key;
}
