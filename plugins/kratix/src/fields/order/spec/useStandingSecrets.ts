import { useEffect, useRef } from 'react';
import type { RequestResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { fillSecrets } from './fillSecrets';

interface Form {
  readonly formData?: Record<string, unknown>;
  readonly onChange: (values: Record<string, unknown>) => void;
}

/**
 * Fills in the secrets of a request that is changed. The link to its form has none, for an address is kept in
 * histories and logs (`withoutSecrets` of kratix-common).
 * @internal
 */
export function useStandingSecrets(
  standing: RequestResponse | undefined,
  form: Form,
): void {
  const latest = useRef(form);
  latest.current = form;
  useEffect(() => {
    if (!standing) {
      return;
    }
    const { formData = {}, onChange } = latest.current;
    const { spec, secretPaths = [] } = standing;
    const filled = fillSecrets(formData, { spec, secretPaths });
    // Once: what somebody empties afterwards is theirs.
    if (filled !== formData) {
      onChange(filled);
    }
  }, [standing]);
}
