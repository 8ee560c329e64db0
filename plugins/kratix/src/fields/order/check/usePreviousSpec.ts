import { useEffect, useState } from 'react';
import { useApiHolder } from '@backstage/core-plugin-api';
import { kratixApiRef } from '../../../api';
import type { SpecOptions } from '../OrderOptions';
import { readOrder } from '../readOrder';

/**
 * What stands, of a form that changes a request; undefined for any other form, and while it is not known.
 * @internal
 */
export function usePreviousSpec(
  { platform, promise, locked }: SpecOptions,
  formData: unknown,
): Record<string, unknown> | undefined {
  const api = useApiHolder().get(kratixApiRef);
  const [known, setKnown] = useState<Record<string, unknown>>();
  const order = locked ? readOrder(formData) : undefined;
  const { namespace, name } = order?.mode === 'change' ? order : {};
  useEffect(() => {
    if (!api || !platform || !promise || !namespace || !name) {
      return undefined;
    }
    const controller = new AbortController();
    api
      .fetchRequest(
        { platform, promise, namespace, name },
        { signal: controller.signal },
      )
      .then(answer => answer.ok && setKnown(answer.value.spec))
      // Only an aborted call rejects.
      .catch(() => undefined);
    return () => controller.abort();
  }, [api, platform, promise, namespace, name]);
  return known;
}
