import { useCallback, useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { kratixOperationsApiRef } from '../../../api';
import { judgeCheck, type CheckVerdict } from './judgeCheck';
import type { OrderOptions } from '../OrderOptions';
import { readOrder } from '../readOrder';

/**
 * Asks the platform about what stands in the form, once the page is opened and whenever the person asks
 * again.
 * @internal
 */
export function useOrderCheck(
  { platform, promise, isReviewed }: OrderOptions,
  formData: unknown,
): {
  /** False where a Template of somebody's own does not say what is ordered: then there is nothing to ask. */
  readonly isComplete: boolean;
  readonly verdict?: CheckVerdict;
  readonly askAgain: () => void;
} {
  const api = useApi(kratixOperationsApiRef);
  const [verdict, setVerdict] = useState<CheckVerdict>();
  const [round, setRound] = useState(0);
  // By what it says: the form makes its values anew with every change.
  const asked = JSON.stringify(readOrder(formData) ?? null);
  useEffect(() => {
    const order = JSON.parse(asked);
    if (!platform || !promise || !order) {
      return undefined;
    }
    const controller = new AbortController();
    setVerdict(undefined);
    api
      .validate({ platform, promise }, order, { signal: controller.signal })
      .then(
        answer =>
          !controller.signal.aborted &&
          setVerdict(judgeCheck(answer, isReviewed)),
        // Only an aborted call rejects.
        () => undefined,
      );
    return () => controller.abort();
  }, [api, platform, promise, isReviewed, asked, round]);
  const askAgain = useCallback(() => setRound(before => before + 1), []);
  const isComplete = Boolean(platform && promise) && asked !== 'null';
  return { isComplete, verdict, askAgain };
}
