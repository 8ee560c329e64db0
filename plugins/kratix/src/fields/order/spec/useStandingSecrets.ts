import { useEffect, useRef, useState } from 'react';
import { useApiHolder } from '@backstage/core-plugin-api';
import { kratixApiRef } from '../../../api';
import type { SpecOptions } from '../OrderOptions';
import { readOrder } from '../readOrder';
import { fillSecrets } from './fillSecrets';

interface Form {
  readonly formData?: Record<string, unknown>;
  readonly onChange: (values: Record<string, unknown>) => void;
  /** Values of all pages. */
  readonly whole: unknown;
}

/**
 * Fills in the secrets of a request that is changed. The link to its form has none, for an address is kept in
 * histories and logs (`withoutSecrets` of kratix-common).
 * @internal
 */
export function useStandingSecrets(
  { platform, promise, hasSecrets }: SpecOptions,
  form: Form,
): void {
  const api = useApiHolder().get(kratixApiRef);
  const [standing, setStanding] = useState<Parameters<typeof fillSecrets>[1]>();
  const order = hasSecrets ? readOrder(form.whole) : undefined;
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
      .then(answer => {
        if (answer.ok && !controller.signal.aborted) {
          const { spec, secretPaths = [] } = answer.value;
          setStanding({ spec, secretPaths });
        }
      })
      // Only an aborted call rejects.
      .catch(() => undefined);
    return () => controller.abort();
  }, [api, platform, promise, namespace, name]);

  const latest = useRef(form);
  latest.current = form;
  useEffect(() => {
    const { formData = {}, onChange } = latest.current;
    const filled = standing ? fillSecrets(formData, standing) : formData;
    // Once: what somebody empties afterwards is theirs.
    if (filled !== formData) {
      onChange(filled);
    }
  }, [standing]);
}
