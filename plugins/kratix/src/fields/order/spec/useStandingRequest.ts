import { useEffect, useState } from 'react';
import { useApiHolder } from '@backstage/core-plugin-api';
import type { RequestResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixApiRef } from '../../../api';
import type { SpecOptions } from '../OrderOptions';
import { readOrder } from '../readOrder';

/**
 * The request that a form changes, where the form needs more of it than its address brings: what may not change,
 * or secrets. Undefined for any other form, and while it is not known.
 * @internal
 */
export function useStandingRequest(
  { platform, promise, locked, hasSecrets }: SpecOptions,
  formData: unknown,
): RequestResponse | undefined {
  const api = useApiHolder().get(kratixApiRef);
  const [known, setKnown] = useState<RequestResponse>();
  const order = locked || hasSecrets ? readOrder(formData) : undefined;
  const { namespace, name } = order?.mode === 'change' ? order : {};
  useEffect(() => {
    if (!api || !platform || !promise || !namespace || !name) {
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    api
      .fetchRequest({ platform, promise, namespace, name }, { signal })
      .then(answer => {
        if (answer.ok && !signal.aborted) {
          setKnown(answer.value);
        }
      })
      // Only an aborted call rejects.
      .catch(() => undefined);
    return () => {
      controller.abort();
      setKnown(undefined);
    };
  }, [api, platform, promise, namespace, name]);
  return known;
}
