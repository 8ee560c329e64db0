import { useEffect } from 'react';
import type { Live } from '../../hooks';
import type { Choose, ListChoice } from './useListQuery';

/**
 * Turns back to the last page where the address asks for one beyond: what stood there has gone since.
 * @internal
 */
export function usePageWithin(
  live: Live<{ readonly total: number }>,
  { offset, limit }: ListChoice,
  choose: Choose,
): void {
  const total = live.state === 'known' ? live.value.total : undefined;
  const isBeyond = total !== undefined && offset > 0 && offset >= total;
  const lastOffset = Math.floor(Math.max(0, (total ?? 0) - 1) / limit) * limit;
  useEffect(() => {
    if (isBeyond) {
      choose({ offset: lastOffset }, 'correction');
    }
  }, [isBeyond, lastOffset, choose]);
}
