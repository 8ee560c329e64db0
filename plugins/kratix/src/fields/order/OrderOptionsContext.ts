import { createContext, useContext } from 'react';
import type { OrderOptions } from './OrderOptions';

/**
 * What a page of an order is told, for the fields on it: their own options are their author's.
 * @internal
 */
export const OrderOptionsContext = createContext<OrderOptions>({});

/** @internal */
export function useOrderOptions(): OrderOptions {
  return useContext(OrderOptionsContext);
}
